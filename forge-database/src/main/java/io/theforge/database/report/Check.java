package io.theforge.database.report;

import java.util.List;
import java.util.Map;

/**
 * Result of one check.
 *
 * @param name stable, like "sales.price_reproduced"
 * @param figure what was measured, "0 of 183000 rows"
 * @param message one line for people
 * @param examples a few offending rows, "date=2024-01-03 store=S00001 sku=SKU-000001 ..."
 * @param counts what the figure is made of, for programs; empty where it is one number
 */
public record Check(
        String name, Status status, String figure, String message, List<String> examples, Map<String, Long> counts) {
    private static final String NOT_LOOKED_AT = "not looked at";

    /** One whose figure says all. */
    public Check(String name, Status status, String figure, String message, List<String> examples) {
        this(name, status, figure, message, examples, Map.of());
    }

    /** One that nothing speaks for or against. @param why one line */
    public static Check notLookedAt(String name, String why) {
        return new Check(name, Status.PASSED, NOT_LOOKED_AT, why, List.of());
    }

    /** Whether nothing was measured; such a check counts as passed for those who only ask for that. */
    public boolean notLookedAt() {
        return figure.equals(NOT_LOOKED_AT);
    }

    /** How it came out. */
    public enum Status {
        PASSED,
        WARNING,
        FAILED
    }
}
