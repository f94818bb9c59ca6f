package io.theforge.database.forecast;

import java.util.Locale;
import java.util.Set;

/** A line for a shell that makes another file of one with DuckDB's program: what stands in it is quoted for SQL and for the shell. */
final class DuckDbCommand {
    /** Words that SQL takes for its own where a column is meant. */
    private static final Set<String> RESERVED =
            Set.of(("all analyse analyze and anti any array as asc asof asymmetric both case cast"
                            + " check collate collation column constraint create cross default deferrable desc describe distinct do else end"
                            + " except exclude false fetch for foreign freeze from full generated glob grant group having ilike in initially"
                            + " inner intersect into is isnull join lambda lateral leading left like limit map natural not notnull null offset"
                            + " on only or order outer overlaps pivot placing positional primary qualify references returning right select semi"
                            + " show similar some struct summarize symmetric table tablesample then to trailing true union unique unpivot"
                            + " using values variadic verbose when where window with")
                    .split(" "));

    private DuckDbCommand() {}

    /** Returns the line. @param sql a query */
    static String of(String sql) {
        String quoted = sql.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("$", "\\$")
                .replace("`", "\\`")
                // a shell that somebody types into would look for an earlier line
                .replace("!", "\"'!'\"");
        return "duckdb -csv -c \"" + quoted + "\" > converted.csv";
    }

    /** Returns a column's name as SQL takes it. */
    static String column(String name) {
        return name.matches("[A-Za-z_][A-Za-z_0-9]*") && !RESERVED.contains(name.toLowerCase(Locale.ROOT))
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns a file's rows as SQL takes them, every value as the text that it is. @param format "csv" or "parquet" */
    static String rows(String file, String format) {
        // DuckDB would take a name with these characters for a pattern
        String name = '\'' + file.replaceAll("[\\[*?]", "[$0]").replace("'", "''") + '\'';
        return format.equals("parquet")
                ? "read_parquet(" + name + ")"
                : "read_csv(" + name + ", header = true, all_varchar = true)";
    }
}
