package io.theforge.database.record;

import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** How tables come over from where a Forge before the schema of its own kept them. */
final class EarlierLayout {
    private static final List<String> NAMES =
            List.of("schema_history", "run", "run_table", "calendar_day", "guard", "series_state", "truth_daily");

    private EarlierLayout() {}

    /** Returns the statements that move those that are there. */
    static String moving(Sql sql) throws SQLException {
        boolean postgres = sql.isPostgres();
        String there = postgres
                ? "SELECT name FROM unnest(string_to_array(?, ' ')) AS name WHERE to_regclass('forge_' || name) IS NOT NULL"
                : "SELECT name FROM (SELECT unnest(string_split(?, ' ')) AS name) names WHERE 'forge_' || name IN"
                        + " (SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
                        + " AND schema_name = 'main')";
        String schema = sql.ownSchema();
        return "CREATE SCHEMA IF NOT EXISTS " + schema + "; "
                + sql.texts(there, String.join(" ", NAMES)).stream()
                        .map(name -> postgres
                                ? "ALTER TABLE forge_" + name + " SET SCHEMA " + schema + "; ALTER TABLE " + schema
                                        + ".forge_" + name + " RENAME TO " + name
                                : "CREATE TABLE " + schema + "." + name + " AS FROM forge_" + name
                                        + "; DROP TABLE forge_" + name)
                        .collect(Collectors.joining("; "))
                + "; UPDATE theforge.run_table SET table_name = 'truth_daily' WHERE table_name = 'forge_truth_daily'";
    }
}
