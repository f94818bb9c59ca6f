package io.theforge.export.manifest;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for, in the words of the command line.
 *
 * @param compression "none", "gzip", "zstd"
 * @param series how many series were asked for; null for all
 * @param source "generator", or the database's name without credentials
 */
public record Description(
        String format,
        String compression,
        String layout,
        @Nullable Integer series,
        String source) {
    /** The source of rows that come from no database. */
    public static final String GENERATOR = "generator";

    /** Returns that of the dataset's tables without ids, all of them: see {@link CodeColumns}. */
    public static Description ofCodes(String format) {
        return new Description(format, "none", CodeColumns.LAYOUT, null, GENERATOR);
    }

    /** Returns that of the seven tables, all of them, as the generator makes them. */
    public static Description ofTables(String format) {
        return new Description(format, "none", "tables", null, GENERATOR);
    }
}
