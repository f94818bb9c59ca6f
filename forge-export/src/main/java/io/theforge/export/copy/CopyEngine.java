package io.theforge.export.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * One DuckDB in memory for the whole process, with a table function that gives the rows of whoever is at work: a function cannot be
 * taken back once it is registered. DuckDB itself has one thread, which is that of the caller, so that a file's bytes are the same on
 * any machine; several callers work at a time.
 */
public final class CopyEngine {
    private static final String FUNCTION = "forge_rows";

    private static final Map<Long, CopySource> SOURCES = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT_SOURCE = new AtomicLong();

    private CopyEngine() {}

    /** Its creation costs a tenth of a second, and no export needs it that writes text alone. */
    private static final class Engine {
        static final DuckDBConnection CONNECTION = open();

        private static DuckDBConnection open() {
            Properties settings = new Properties();
            settings.setProperty("threads", "1");
            settings.setProperty("temp_directory", "");
            settings.setProperty("autoinstall_known_extensions", "false");
            settings.setProperty("autoload_known_extensions", "false");
            try {
                DuckDBConnection connection =
                        DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
                DuckDBFunctions.tableFunction()
                        .withName(FUNCTION)
                        .withParameter(DuckDBColumnType.BIGINT)
                        .withFunction(new Rows())
                        .register(connection);
                return connection;
            } catch (SQLException e) {
                throw new IllegalStateException("DuckDB does not start", e);
            }
        }
    }

    /**
     * Writes a file; returns when the source has no more rows.
     *
     * @param select what is written of a row, as SQL says it
     * @param options of the {@code COPY}
     * @return rows
     */
    public static long copy(CopySource source, String select, Path file, String options) throws IOException {
        long number = NEXT_SOURCE.incrementAndGet();
        SOURCES.put(number, source);
        String statement = "COPY (SELECT " + select + " FROM " + FUNCTION + "(" + number + ")) TO "
                + quoted(file.toString()) + " (" + options + ", USE_TMP_FILE false)";
        try (Connection connection = Engine.CONNECTION.duplicate();
                Statement copy = connection.createStatement()) {
            return copy.executeLargeUpdate(statement);
        } catch (SQLException e) {
            throw new IOException(
                    file + ": "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        } finally {
            SOURCES.remove(number);
        }
    }

    /** Returns a text as SQL writes it. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The table function: its argument says whose rows are wanted. */
    private static final class Rows implements DuckDBTableFunction<CopySource, CopySource, Object> {
        @Override
        public CopySource bind(DuckDBTableFunctionBindInfo info) throws SQLException {
            CopySource source =
                    Objects.requireNonNull(SOURCES.get(info.getParameter(0).getLong()));
            source.declare(info);
            return source;
        }

        @Override
        public CopySource init(DuckDBTableFunctionInitInfo info) {
            info.setMaxThreads(1);
            return info.getBindData();
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter rows) throws InterruptedException {
            CopySource source = info.getInitData();
            return source.next(rows);
        }
    }
}
