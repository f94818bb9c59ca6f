package io.theforge.database;

import java.util.List;

/**
 * Result of one check.
 *
 * @param name stable, like "sales.price_reproduced"
 * @param figure what was measured, "0 of 183000 rows"
 * @param message one line for people
 * @param examples a few offending rows, "date=2024-01-03 store=S00001 sku=SKU-000001 ..."
 */
public record Check(String name, Status status, String figure, String message, List<String> examples) {

    /** How it came out. */
    public enum Status {
        PASSED,
        WARNING,
        FAILED
    }
}
