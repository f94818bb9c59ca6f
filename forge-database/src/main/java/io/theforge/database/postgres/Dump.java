package io.theforge.database.postgres;

import io.theforge.database.sql.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** Rows as {@code psql} takes them: {@code COPY ... FROM stdin} in the text format, every column named. */
final class Dump {
    /** What stands after the last row. */
    static final String END_ROWS = "\\.\n";

    private final Sql sql;

    /** Values are written in forms that are read back alike whatever a session's settings are. */
    Dump(Sql sql) throws SQLException {
        this.sql = sql;
        sql.run("SET LOCAL datestyle = 'ISO, MDY'");
        sql.run("SET LOCAL intervalstyle = 'postgres'");
        sql.run("SET LOCAL bytea_output = 'hex'");
    }

    /** Stops at the first error; tables are found where they are found now. */
    void head(OutputStream out) throws SQLException, IOException {
        String searchPath = String.join(
                ", ",
                sql.texts("SELECT unnest(current_schemas(false))::text").stream()
                        .map(Catalog::quoted)
                        .toList());
        print(out, head(searchPath));
    }

    /** @param searchPath schemas, quoted */
    static String head(String searchPath) {
        return """
                \\set ON_ERROR_STOP on
                \\set SHOW_CONTEXT never
                BEGIN;
                SET LOCAL client_encoding = 'UTF8';
                SET LOCAL standard_conforming_strings = on;
                SET LOCAL datestyle = 'ISO, MDY';
                SET LOCAL intervalstyle = 'postgres';
                SET LOCAL search_path = %s;
                """.formatted(searchPath);
    }

    /** A statement that fails with a reason, an SQL expression, unless that is null. */
    static String failing(String before, String reason) {
        return "DO $$DECLARE reason text := " + reason + "; BEGIN IF reason IS NOT NULL THEN RAISE EXCEPTION '" + before
                + "%', reason; END IF; END$$;";
    }

    /** @param table as SQL names it */
    void rows(String table, String condition, OutputStream out) throws SQLException, IOException {
        List<String> columns =
                sql.texts("""
                SELECT attname FROM pg_attribute
                WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                ORDER BY attnum
                """, sql.own(table)).stream().map(Catalog::quoted).toList();
        print(out, sql.own(beginRows(table, columns)));
        String select = "SELECT p." + String.join(", p.", columns) + " FROM " + table + " p WHERE ";
        sql.connection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(sql.own("COPY (" + select + condition + ") TO STDOUT"), out);
        print(out, END_ROWS);
    }

    static String beginRows(String table, List<String> quotedColumns) {
        return "COPY " + table + " (" + String.join(", ", quotedColumns) + ") FROM stdin;\n";
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
