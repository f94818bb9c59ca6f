package io.theforge.cli.dataset;

import io.theforge.database.report.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks, for people and for programs. */
public final class CheckText {
    private CheckText() {}

    /** "23 passed, 1 warning, 1 not looked at". */
    static String counts(List<Check> checks) {
        List<String> parts = new ArrayList<>();
        for (Check.Status status : Check.Status.values()) {
            long count = checks.stream()
                    .filter(check -> check.status() == status && !check.notLookedAt())
                    .count();
            if (count > 0) {
                parts.add(count + " " + word(status) + (status == Check.Status.WARNING && count > 1 ? "s" : ""));
            }
        }
        long notLookedAt = checks.stream().filter(Check::notLookedAt).count();
        if (notLookedAt > 0) {
            parts.add(notLookedAt + " not looked at");
        }
        return String.join(", ", parts);
    }

    /** One line, and its examples under it. */
    static List<String> lines(Check check) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-8s %-40s %s",
                check.notLookedAt() ? "-" : word(check.status()),
                check.name(),
                figureAndMessage(check)));
        check.examples().forEach(example -> lines.add("           " + example));
        return lines;
    }

    /** Returns it by the names of {@code --json}. */
    public static Map<String, Object> json(Check check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", check.name());
        json.put("status", word(check.status()));
        json.put("figure", check.figure());
        json.put("message", check.message());
        json.put("examples", check.examples());
        if (!check.counts().isEmpty()) {
            json.put("counts", check.counts());
        }
        return json;
    }

    /** "2 of 5 rows: why that is wrong", of one that passed the figure alone. */
    public static String figureAndMessage(Check check) {
        return check.status() == Check.Status.PASSED && !check.notLookedAt()
                ? check.figure()
                : check.figure() + ": " + check.message();
    }

    private static String word(Check.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
