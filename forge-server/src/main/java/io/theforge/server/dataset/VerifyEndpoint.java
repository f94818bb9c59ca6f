package io.theforge.server.dataset;

import io.theforge.cli.dataset.CheckText;
import io.theforge.database.report.Check;
import io.theforge.database.report.Verification;
import io.theforge.server.http.Access;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.openapi.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the dataset holds together. */
public final class VerifyEndpoint {
    private static final Schema VERIFIED = Schema.object()
            .needs("passed", Schema.bool())
            .needs(
                    "checks",
                    Schema.list(Schema.object()
                            .needs("name", Schema.text())
                            .needs("status", Schema.word("passed", "warning", "failed"))
                            .needs("message", Schema.text())
                            .needs(
                                    "details",
                                    Schema.object()
                                            .needs("figure", Schema.text())
                                            .needs("examples", Schema.list(Schema.text())))))
            .needs("total_checks", Schema.whole())
            .needs("passed_count", Schema.whole())
            .needs("warning_count", Schema.whole())
            .needs("failed_count", Schema.whole());

    /** The form of what is known of the last time. */
    static final Schema LAST = Schema.object()
            .needs("at", Schema.moment())
            .needs("passed", Schema.bool())
            .needs("passed_count", Schema.whole())
            .needs("warning_count", Schema.whole())
            .needs("failed_count", Schema.whole())
            .orNull();

    private final ServedDatabase database;
    private final Turns turns = new Turns(2, 6);

    public VerifyEndpoint(ServedDatabase database) {
        this.database = database;
    }

    public List<Endpoint> all() {
        return List.of(Endpoint.post(
                        "/seeder/verify",
                        "Checks everything that must hold",
                        Schema.object(),
                        Form.json(200, VERIFIED),
                        call -> verified())
                .with(Access.READS));
    }

    private Answer verified() throws Exception {
        Verification found = turns.run(database::verify);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("passed", passed(found));
        json.put("checks", found.checks().stream().map(VerifyEndpoint::json).toList());
        json.put("total_checks", found.checks().size());
        json.putAll(counts(found));
        return Answer.json(json);
    }

    /** What is known of the last time, in short. */
    static @Nullable Map<String, Object> json(ServedDatabase.@Nullable Verified last) {
        if (last == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", last.at().toString());
        json.put("passed", passed(last.found()));
        json.putAll(counts(last.found()));
        return json;
    }

    private static boolean passed(Verification found) {
        return found.checks().stream().noneMatch(check -> check.status() == Check.Status.FAILED);
    }

    private static Map<String, Object> counts(Verification found) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Check.Status status : Check.Status.values()) {
            counts.put(
                    status.name().toLowerCase(Locale.ROOT) + "_count",
                    found.checks().stream()
                            .filter(check -> check.status() == status)
                            .count());
        }
        return counts;
    }

    private static Map<String, Object> json(Check check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", check.name());
        json.put("status", check.status().name().toLowerCase(Locale.ROOT));
        json.put("message", CheckText.figureAndMessage(check));
        json.put("details", Map.of("figure", check.figure(), "examples", check.examples()));
        return json;
    }
}
