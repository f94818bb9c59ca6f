package io.theforge.database.record;

import io.theforge.config.ConfigReader;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.RefusedException;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The run that made or last extended the dataset that is there.
 *
 * @param config the whole dataset's configuration
 * @param fingerprints of all rows of ours
 * @param truth of the answer key; null when there is none
 */
public record RecordedRun(
        long id,
        ForgeConfig config,
        Map<Table, TableFingerprint> fingerprints,
        @Nullable TableFingerprint truth) {
    private static final Set<String> MAKING = Set.of(Runs.FULL_NEW, Runs.APPEND);

    /** @throws RefusedException when there is no such dataset, or not all of it any more */
    public static RecordedRun read(Target target, Sql sql) throws SQLException {
        Set<String> present = target.tables(sql);
        if (!present.contains(Table.STORE.sqlName())) {
            throw RefusedException.noDataset(target.name());
        }
        DatabaseStatus.Run made = present.contains("theforge.run")
                ? Runs.all(sql).stream()
                        .filter(run -> MAKING.contains(run.operation())
                                && run.outcome().equals("completed"))
                        .findFirst()
                        .orElse(null)
                : null;
        if (made == null) {
            if (sql.number("SELECT count(*) FROM store") == 0) {
                throw RefusedException.noDataset(target.name());
            }
            throw noSales(target);
        }
        Map<Table, TableFingerprint> fingerprints = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            List<String> recorded = sql.texts(
                    "SELECT fingerprint FROM theforge.run_table WHERE run_id = ? AND table_name = ? AND NOT replaced",
                    made.id(),
                    table.sqlName());
            if (!recorded.isEmpty()) {
                fingerprints.put(table, TableFingerprint.parse(recorded.get(0)));
            }
        }
        TableFingerprint truth = fingerprints.remove(AnswerKey.TABLE);
        boolean told = truth != null && truth.rows() > 0 && AnswerKey.isThere(sql, present);
        if (fingerprints.isEmpty()) {
            throw RefusedException.noDataset(target.name());
        }
        if (!fingerprints.containsKey(Table.STORE)) {
            throw noSales(target);
        }
        if (fingerprints.size() < Table.SEVEN.size()) {
            throw new RefusedException(
                    "part of the dataset in " + target.name() + " has been deleted, and an append continues all of it",
                    "bring its rows back from the backup of --delete, or make a new dataset with --full-new");
        }
        ForgeConfig config = ConfigReader.recorded(made.configuration(), "the record of run " + made.id());
        return new RecordedRun(made.id(), config, fingerprints, told ? truth : null);
    }

    /** Where each series stood at the end of the last day; null when that is not on record. */
    @Nullable
    public static StockStates states(Sql sql, Set<String> tables, Plan plan, Ids keys) throws SQLException {
        return tables.contains(SeriesStates.TABLE)
                ? SeriesStates.read(sql, plan, index(keys, Table.STORE), index(keys, Table.PRODUCT))
                : null;
    }

    private static IntUnaryOperator index(Ids keys, Table table) {
        return storedId -> Math.toIntExact(storedId - keys.block(table).first());
    }

    private static RefusedException noSales(Target target) {
        return new RefusedException(
                "nothing has been sold yet in " + target.name() + ", and an append continues sales",
                "enter the sales of some weeks, or make a dataset with --full-new");
    }
}
