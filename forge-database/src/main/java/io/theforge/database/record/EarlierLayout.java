package io.theforge.database.record;

import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How tables come over from where a Forge before the schema of its own kept them. */
final class EarlierLayout {
    private static final String NAMES = "schema_history run run_table calendar_day guard series_state truth_daily";

    private EarlierLayout() {}

    /** @param place where it is, qualified and quoted */
    private record Earlier(String name, String place) {}

    /** Returns the statements that move those that are there, all or none. */
    static String moving(Sql sql) throws SQLException {
        List<String> statements = new ArrayList<>(List.of("BEGIN", "CREATE SCHEMA IF NOT EXISTS " + sql.ownSchema()));
        List<Earlier> earlier = sql.isPostgres() ? onPostgres(sql) : onDuckDb(sql);
        if (sql.isPostgres()) {
            for (Earlier table : earlier) {
                statements.add("ALTER TABLE " + table.place + " SET SCHEMA " + sql.ownSchema());
                statements.add(sql.own("ALTER TABLE theforge.forge_" + table.name + " RENAME TO " + table.name));
                statements.add(sql.own("ALTER INDEX IF EXISTS theforge.forge_" + table.name + "_pkey RENAME TO "
                        + table.name + "_pkey"));
            }
        } else {
            // DuckDB moves no table, and a copy alone would be without keys
            statements.addAll(definitions(earlier.stream().anyMatch(table -> table.name.equals("truth_daily"))));
            for (Earlier table : earlier) {
                statements.add("INSERT INTO theforge." + table.name + " SELECT * FROM " + table.place);
                statements.add("DROP TABLE " + table.place);
            }
        }
        statements.add(sql.own(
                "UPDATE theforge.run_table SET table_name = 'truth_daily' WHERE table_name = 'forge_truth_daily'"));
        statements.add("COMMIT");
        return String.join("; ", statements);
    }

    private static List<Earlier> onPostgres(Sql sql) throws SQLException {
        return sql.list(row -> new Earlier(row.getString(1), row.getString(2)), """
                SELECT name, format('%I.%I', nspname, relname) FROM unnest(string_to_array(?, ' ')) AS name
                JOIN pg_class c ON c.oid = to_regclass('forge_' || name) JOIN pg_namespace n ON n.oid = c.relnamespace
                """, NAMES);
    }

    private static List<Earlier> onDuckDb(Sql sql) throws SQLException {
        return sql.list(row -> new Earlier(row.getString(1), "main.forge_" + row.getString(1)), """
                SELECT name FROM (SELECT unnest(string_split(?, ' ')) AS name) names WHERE 'forge_' || name IN
                    (SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'main')
                """, NAMES);
    }

    /** Returns the scripts' statements, each in one line. */
    private static List<String> definitions(boolean answerKey) {
        String script = SqlScript.text(Records.class, "own-tables.sql")
                + (answerKey ? SqlScript.text(AnswerKey.class, "answer-key.sql") : "");
        // columns with this default are younger than that layout
        return List.of(script.replaceAll("(?m)^--.*$|^.* DEFAULT 1,\n", "")
                        .strip()
                        .split(";\\s*"))
                .stream()
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .toList();
    }
}
