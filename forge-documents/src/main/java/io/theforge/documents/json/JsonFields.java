package io.theforge.documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object.
 *
 * @param place the file, with the line where it is one of lines
 * @param path of the object inside its line, with a point behind it: "evidence[0]."; empty for the line itself
 */
public record JsonFields(JsonNode object, String place, String path) {
    /** Beyond it a number's digits alone would fill the memory. */
    private static final int MAX_SCALE = 100;

    /** Returns a mistake in a field. @param what "is no text" */
    public RagFileException wrong(String field, String what, String remedy) {
        return new RagFileException(place, path + field + " " + what, remedy);
    }

    private JsonNode required(String name, String kind, boolean fits) {
        if (!object.has(name)) {
            throw new RagFileException(place, "has no " + path + name, "give it " + kind);
        }
        return checked(name, kind, fits);
    }

    private JsonNode checked(String name, String kind, boolean fits) {
        if (!fits) {
            throw wrong(name, "is no " + kind.replaceFirst("^an? ", ""), "give it " + kind);
        }
        return object.get(name);
    }

    public boolean has(String name) {
        return object.has(name);
    }

    private boolean isNone(String name) {
        return !object.has(name) || object.get(name).isNull();
    }

    public String text(String name) {
        return required(name, "a text", object.path(name).isTextual()).asText();
    }

    public @Nullable String textOrNull(String name) {
        return isNone(name) ? null : text(name);
    }

    /** Returns a text, or a number as one; null where there is none. */
    public @Nullable String textOrNumber(String name) {
        if (isNone(name)) {
            return null;
        }
        JsonNode value = object.get(name);
        return value.isNumber()
                ? decimal(name).toPlainString()
                : checked(name, "a text, a number or null", value.isTextual()).asText();
    }

    public BigDecimal decimal(String name) {
        BigDecimal number =
                required(name, "a number", object.path(name).isNumber()).decimalValue();
        if (Math.abs((long) number.scale()) > MAX_SCALE || number.precision() > MAX_SCALE) {
            throw wrong(name, "is a number with too many digits", "give one of at most " + MAX_SCALE);
        }
        return number;
    }

    public @Nullable BigDecimal decimalOrNull(String name) {
        return isNone(name) ? null : decimal(name);
    }

    public int count(String name) {
        JsonNode value = object.path(name);
        return required(name, "a whole number, 0 or more", value.isInt() && value.asInt() >= 0)
                .asInt();
    }

    public long number(String name) {
        JsonNode value = object.path(name);
        return required(name, "a whole number", value.isIntegralNumber() && value.canConvertToLong())
                .asLong();
    }

    /** Returns false where there is none. */
    public boolean truth(String name) {
        return !isNone(name)
                && checked(name, "a true or false", object.get(name).isBoolean())
                        .asBoolean();
    }

    public JsonFields object(String name) {
        JsonNode value = required(name, "an object", object.path(name).isObject());
        return new JsonFields(value, place, path + name + ".");
    }

    /** Returns the elements; none where there is no list. */
    public List<JsonNode> list(String name) {
        List<JsonNode> elements = new ArrayList<>();
        if (!isNone(name)) {
            checked(name, "a list", object.get(name).isArray()).forEach(elements::add);
        }
        return elements;
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(name)) {
            if (!element.isTextual()) {
                throw wrong(name + "[" + texts.size() + "]", "is no text", "give it a text");
            }
            texts.add(element.asText());
        }
        return texts;
    }

    /** Returns the objects of a list. */
    public List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode element : list(name)) {
            String each = name + "[" + objects.size() + "]";
            if (!element.isObject()) {
                throw wrong(each, "is no object", "give it an object");
            }
            objects.add(new JsonFields(element, place, path + each + "."));
        }
        return objects;
    }
}
