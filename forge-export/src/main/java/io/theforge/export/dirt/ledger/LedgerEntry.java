package io.theforge.export.dirt.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One change, as a line of the ledger has it. What it says depends on {@code column}: with one, a cell was {@code clean} and is
 * {@code dirty}; without, a row is one too many ({@code clean} is null), is gone ({@code dirty} is null and so is {@code line}), or is
 * there in another form or place.
 *
 * @param table whose rows the file has
 * @param key of the row as it was: the values of its natural key with bars between; empty for a file
 * @param file path inside the export
 * @param line of the dirty file, from 1; 0 where no row is left, or a whole file is meant
 * @param column empty for a row or a file
 * @param clean what it was, as text that is not quoted; null = nothing
 * @param dirty what it is, likewise
 * @param severity {@code error} or {@code warning}
 * @param detectable whether the data that is there tells, without the clean one
 */
public record LedgerEntry(
        String table,
        String key,
        String file,
        long line,
        String column,
        String kind,
        @Nullable String clean,
        @Nullable String dirty,
        String severity,
        boolean detectable) {
    /** The ledger's name in an export. */
    public static final String FILE = "dirt.csv";

    /** What the manifest calls its table. */
    public static final String TABLE = "dirt";

    /** Its first line. */
    public static final String HEADER = "table,key,file,line,column,kind,clean,dirty,severity,detectable";

    /** Returns the line, with its end. */
    String csv() {
        StringBuilder out = new StringBuilder();
        CsvField.append(table, out);
        CsvField.append(key.isEmpty() ? null : key, out.append(','));
        CsvField.append(file, out.append(','));
        out.append(',').append(line == 0 ? "" : Long.toString(line));
        CsvField.append(column.isEmpty() ? null : column, out.append(','));
        CsvField.append(kind, out.append(','));
        CsvField.append(clean, out.append(','));
        CsvField.append(dirty, out.append(','));
        return out.append(',')
                .append(severity)
                .append(',')
                .append(detectable)
                .append('\n')
                .toString();
    }
}
