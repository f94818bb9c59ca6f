package io.theforge.bench;

import io.theforge.database.sql.SqlScript;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Ready-made rows into a DuckDB file through its appender: tables without keys, indexes, checks and timestamps. */
final class BareAppender {
    private final TableRows rows;
    private final List<SeriesBlock> series = new ArrayList<>();

    /** Makes the series beforehand, 9 kB for a pair and a year. */
    BareAppender(Plan plan) {
        rows = new TableRows(plan);
        SeriesGenerator generator = new SeriesGenerator(plan);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            SeriesBlock block = new SeriesBlock(plan.days());
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            series.add(block);
        }
    }

    /** Seconds from opening a file that is not there to having closed it. */
    double load(Path file) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(SqlScript.text(BareAppender.class, "bare-duckdb.sql"));
            }
            for (Table table : Table.SEVEN) {
                append(connection.unwrap(DuckDBConnection.class), table);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void append(DuckDBConnection connection, Table table) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("main", table.sqlName())) {
            AppenderWriter out = new AppenderWriter(appender, table);
            if (table.isSeries()) {
                series.forEach(block -> rows.writeSeries(table, block, out));
            } else {
                rows.write(table, out);
            }
            appender.flush();
        }
    }
}
