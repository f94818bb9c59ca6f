package io.theforge.database;

import io.theforge.config.ConfigReader;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.ownership.UnmanagedRows;
import io.theforge.database.realism.Realism;
import io.theforge.database.realism.RealismCard;
import io.theforge.database.record.Runs;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.Queries;
import io.theforge.database.verify.RecordedDataset;
import io.theforge.database.verify.Verifier;
import io.theforge.series.SalesTotals;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dataset that is in a database, whole, and what can be asked about it by reading.
 *
 * @param config from the record of the run that made or last extended it
 */
record PresentDataset(Target target, Sql sql, RecordedDataset recorded, ForgeConfig config) {

    /**
     * Reads the record.
     *
     * @param sql null when there is no such database
     * @throws RefusedException when there is no dataset of the Forge, or its sales have been deleted
     */
    static PresentDataset of(Target target, @Nullable Sql sql) throws SQLException {
        if (sql != null) {
            target.checkTables(sql);
        }
        Set<String> tables = sql == null ? Set.of() : target.tables(sql);
        List<DatabaseStatus.Run> runs = sql != null && tables.contains("theforge.run") ? Runs.all(sql) : List.of();
        RecordedDataset recorded =
                sql == null || runs.isEmpty() ? RecordedDataset.NONE : RecordedDataset.read(sql, Runs.ownership(sql));
        if (sql == null || !recorded.exists()) {
            throw RefusedException.noDataset(target.name());
        }
        if (recorded.emptied().contains(Table.SALES_DAILY)) {
            throw new RefusedException(
                    "the sales of the dataset in " + target.name() + " have been deleted",
                    "bring them back from the backup of --delete, or make a new dataset with --full-new");
        }
        DatabaseStatus.Run last = runs.get(0);
        ForgeConfig config = ConfigReader.recorded(last.configuration(), "the record of run " + last.id());
        return new PresentDataset(target, sql, recorded, config);
    }

    RealismCard realism(Progress progress) throws SQLException {
        sql.connection().setAutoCommit(false);
        Verifier.configureSession(sql);
        DateRange days = config.dateRange();
        progress.begin("measuring realism", null);
        RealismCard card =
                Realism.card(new Queries(sql, new Queries.Scope(recorded, days.start(), days.end())), config);
        progress.end();
        return card;
    }

    /** What its rows of {@code sales_daily} add up to. */
    SalesTotals sales() throws SQLException {
        return sql.list(
                        row -> new SalesTotals(row.getLong(1), row.getLong(2), row.getLong(3)),
                        "SELECT count(*), coalesce(sum(quantity), 0), CAST(coalesce(sum(total_amount), 0) * 100 AS bigint)"
                                + " FROM sales_daily WHERE " + recorded.ours().condition(Table.SALES_DAILY, "id"))
                .get(0);
    }

    /** Rows of {@code sales_daily} that are not its own. */
    long unmanagedRows() throws SQLException {
        return UnmanagedRows.count(sql, recorded.ours()).getOrDefault(Table.SALES_DAILY, 0L);
    }
}
