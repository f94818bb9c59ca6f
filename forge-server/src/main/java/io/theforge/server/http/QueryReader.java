package io.theforge.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.server.openapi.FieldError;
import io.theforge.server.openapi.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the parameters of a query, each once, none that is not declared. */
final class QueryReader {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private QueryReader() {}

    static Map<String, String> read(Endpoint endpoint, Map<String, List<String>> given) {
        Map<String, String> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        List<String> known = endpoint.query().stream().map(Parameter::name).toList();
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> errors.add(new FieldError(
                        name,
                        "is no parameter that is known here; "
                                + (known.isEmpty() ? "there is none" : "there are " + String.join(", ", known)))));
        for (Parameter parameter : endpoint.query()) {
            List<String> texts = given.getOrDefault(parameter.name(), List.of());
            if (texts.size() > 1) {
                errors.add(new FieldError(parameter.name(), "is given more than once"));
            } else if (texts.size() == 1) {
                String text = texts.get(0);
                errors.addAll(SchemaCheck.of(value(parameter, text), parameter.schema(), parameter.name()));
                values.put(parameter.name(), text);
            } else if (parameter.required()) {
                errors.add(new FieldError(parameter.name(), "is missing"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.fields(errors).asException();
        }
        return values;
    }

    private static JsonNode value(Parameter parameter, String text) {
        Object value = parameter.isNumber() && WHOLE_NUMBER.matcher(text).matches() ? Long.valueOf(text) : text;
        if ("boolean".equals(parameter.schema().json().get("type")) && (text.equals("true") || text.equals("false"))) {
            value = text.equals("true");
        }
        return JsonText.node(value);
    }
}
