package io.theforge.database.duckdb;

import io.theforge.database.sql.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Rows as DuckDB's own client takes them: {@code INSERT} statements, every column named. */
final class Dump {
    /** Rows asked for at a time: the driver holds a whole result in memory. */
    private static final int PAGE = 50_000;

    private static final int ROWS_PER_STATEMENT = 1000;
    private static final Pattern NUMBER = Pattern.compile("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*|BOOLEAN");

    private final Sql sql;
    private final UnaryOperator<String> inBackup;

    /** @param inBackup makes of a text that names our own tables one that DuckDB's client takes */
    Dump(Sql sql, UnaryOperator<String> inBackup) {
        this.sql = sql;
        this.inBackup = inBackup;
    }

    /** Our own tables as the client takes them, which names the database after the file. @param file its name */
    static String ownIn(String file, String statements) {
        boolean ambiguous = file.replaceFirst("[.].*$", "").equalsIgnoreCase(Sql.OWN_SCHEMA);
        return ambiguous ? statements.replace("theforge.", "theforge.theforge.") : statements;
    }

    /** A statement that fails with a reason, an SQL expression, unless that is null. */
    static String failing(String before, String reason) {
        return "SELECT CASE WHEN reason IS NOT NULL THEN error('" + before
                + "' || reason) END AS hindrance FROM (SELECT " + reason + " AS reason) AS found;";
    }

    /** @param table as SQL names it */
    void rows(String table, String condition, OutputStream out) throws SQLException, IOException {
        List<Column> columns = sql.list(
                row -> new Column(row.getString(1), row.getString(2)),
                "SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = current_database()"
                        + " AND CASE schema_name WHEN 'main' THEN '' ELSE schema_name || '.' END || table_name = ?"
                        + " ORDER BY column_index",
                table);
        String names = String.join(", ", columns.stream().map(Column::quoted).toList());
        String insert = "INSERT INTO " + inBackup.apply(table) + " (" + names + ") VALUES\n";
        String line = String.join(
                " || ', ' || ", columns.stream().map(Column::literal).toList());
        boolean hasId = columns.stream().anyMatch(column -> column.name.equals("id"));
        String key = hasId ? "p.id" : "p.rowid";
        String select = "SELECT " + key + ", '(' || " + line + " || ')' FROM " + table + " p WHERE (" + condition
                + ") AND " + key + " > ? ORDER BY " + key + " LIMIT " + PAGE;
        Inserts inserts = new Inserts(insert, out);
        long last = Long.MIN_VALUE;
        List<Row> page;
        do {
            page = sql.list(row -> new Row(row.getLong(1), row.getString(2)), select, last);
            for (Row row : page) {
                inserts.add(row.text);
                last = row.id;
            }
        } while (page.size() == PAGE);
        inserts.end();
    }

    private record Row(long id, String text) {}

    private record Column(String name, String type) {
        String quoted() {
            return Catalog.quoted(name);
        }

        /** An expression that gives the value of row {@code p} as a literal. */
        String literal() {
            String text = "CAST(p." + quoted() + " AS varchar)";
            return NUMBER.matcher(type).matches()
                    ? "coalesce(" + text + ", 'NULL')"
                    : "coalesce('''' || replace(" + text + ", '''', '''''') || '''', 'NULL')";
        }
    }

    /** A statement per thousand rows. */
    private static final class Inserts {
        private final String insert;
        private final OutputStream out;
        private long rows;

        Inserts(String insert, OutputStream out) {
            this.insert = insert;
            this.out = out;
        }

        void add(String row) throws IOException {
            String before = rows % ROWS_PER_STATEMENT != 0 ? ",\n" : (rows == 0 ? "" : ";\n") + insert;
            out.write((before + row).getBytes(StandardCharsets.UTF_8));
            rows++;
        }

        void end() throws IOException {
            if (rows > 0) {
                out.write(";\n".getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
