package io.theforge.server.http;

import io.theforge.server.openapi.FieldError;
import io.theforge.server.openapi.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param code stable, for programs
 * @param detail one sentence: what was wrong, and where
 * @param remedy what to do about it
 * @param more fields beside those of every problem
 */
public record Problem(
        int status, String code, String detail, String remedy, List<FieldError> errors, Map<String, Object> more) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** The form of the document. */
    public static final Schema SCHEMA = Schema.object()
            .needs("type", Schema.text().meaning("names the kind of problem: urn:theforge:problem: and the code"))
            .needs("title", Schema.text().meaning("the words of the status"))
            .needs("status", Schema.whole(400, 599))
            .needs("detail", Schema.text().meaning("what was wrong, and where"))
            .needs("instance", Schema.text().meaning("the path that was asked for"))
            .needs("code", Schema.text().meaning("stable, for programs"))
            .needs("remedy", Schema.text().meaning("what to do about it"))
            .may(
                    "errors",
                    Schema.list(Schema.object().needs("field", Schema.text()).needs("message", Schema.text()))
                            .meaning("the fields of the request that are wrong"))
            .may("plan", Schema.object().open().meaning("what would be done, where confirm is missing"))
            .may("running", Schema.object().open().meaning("the operation that is at work, where it is in the way"))
            .may("location", Schema.text().meaning("line and column of a configuration"))
            .may("line", Schema.whole().orNull())
            .may("column", Schema.whole().orNull());

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String code, String detail, String remedy) {
        return new Problem(status, code, detail, remedy, List.of(), Map.of());
    }

    /** A request whose fields are wrong. */
    public static Problem fields(List<FieldError> errors) {
        FieldError first = errors.get(0);
        String place = first.field().isEmpty() ? "the body " : first.field() + " ";
        return new Problem(
                422,
                "invalid",
                place + first.message() + (errors.size() == 1 ? "" : ", and " + (errors.size() - 1) + " more"),
                "see the errors, and /openapi.json for what may be sent",
                errors,
                Map.of());
    }

    /** A request with one wrong field. */
    public static Problem field(String name, String message) {
        return fields(List.of(new FieldError(name, message)));
    }

    /** The same with a field more. */
    public Problem with(String name, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>(more);
        fields.put(name, value);
        return new Problem(status, code, detail, remedy, errors, fields);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }

    /** Returns the document. @param path that was asked for */
    public Map<String, Object> json(String path) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "urn:theforge:problem:" + code);
        json.put("title", HttpStatus.getMessage(status));
        json.put("status", status);
        json.put("detail", detail);
        json.put("instance", path);
        json.put("code", code);
        json.put("remedy", remedy);
        if (!errors.isEmpty()) {
            json.put("errors", errors.stream().map(FieldError::json).toList());
        }
        json.putAll(more);
        return json;
    }
}
