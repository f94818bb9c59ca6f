package io.theforge.database.duckdb;

import io.theforge.database.record.Records;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/**
 * The record of a run as statements that any database takes: the code that records runs everywhere does it in a database in memory,
 * and its rows are written down.
 */
public final class RecordStatements {
    /** What is different each time is said by the database that takes them, so that a dataset has one text. */
    private static final String SAME_EACH_TIME =
            "UPDATE theforge.run SET started_at = TIMESTAMPTZ '2000-01-01 00:00:00+00',"
                    + " finished_at = TIMESTAMPTZ '2000-01-01 00:00:00+00', os_user = '', peak_memory_bytes = 0";

    private static final String OF_ITS_OWN = "UPDATE theforge.run SET started_at = now(), finished_at = now(),"
            + " os_user = current_user;\n"
            + "UPDATE theforge.schema_history SET installed_at = now();\n";

    private RecordStatements() {}

    /** Writes them; the tables of the Forge's own are there, and empty. @param record writes it into a database without rows */
    public static void write(Target.RecordsChange<?> record, OutputStream out) throws SQLException, IOException {
        try (Sql sql = Connections.inMemory(Path.of(""))) {
            sql.script(ReplacingSession.class, "tables.sql");
            Catalog.completeRecords(sql);
            record.apply(sql);
            sql.run(SAME_EACH_TIME);
            sql.run("UPDATE theforge.schema_history SET installed_at = TIMESTAMPTZ '2000-01-01 00:00:00+00'");
            Dump dump = new Dump(sql, UnaryOperator.identity());
            for (String table : Records.TABLES) {
                dump.rows(table, "true", out);
            }
        }
        out.write(OF_ITS_OWN.getBytes(StandardCharsets.UTF_8));
    }
}
