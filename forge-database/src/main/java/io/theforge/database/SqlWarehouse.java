package io.theforge.database;

import io.theforge.config.ConfigReader;
import io.theforge.config.ForgeConfig;
import io.theforge.config.Operational;
import io.theforge.config.Overrides;
import io.theforge.database.append.Append;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.append.SaleDays;
import io.theforge.database.delete.Delete;
import io.theforge.database.delete.Deletion;
import io.theforge.database.guard.ProductionGuard;
import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.guard.Strangers;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.realism.RealismCard;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Records;
import io.theforge.database.record.Runs;
import io.theforge.database.record.SeriesStates;
import io.theforge.database.replace.FullNew;
import io.theforge.database.replace.PlannedFullNew;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.ProductionMark;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.database.report.Verification;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.RecordedDataset;
import io.theforge.database.verify.Verifier;
import io.theforge.demand.DemandLimits;
import io.theforge.demand.ShockReach;
import io.theforge.plan.Plan;
import io.theforge.series.SalesTotals;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL and DuckDB do alike, in the SQL that both understand; the rest is the target's. */
public final class SqlWarehouse implements Warehouse {
    private final Target target;
    private final ProductionGuard guard;
    private final boolean includeUnmanaged;
    private final boolean truth;

    /** @param guard asked beside that of this process's environment */
    SqlWarehouse(Target target, ProductionGuard guard) {
        this(target, guard, false, false);
    }

    private SqlWarehouse(Target target, ProductionGuard guard, boolean includeUnmanaged, boolean truth) {
        this.target = target;
        this.guard = guard;
        this.includeUnmanaged = includeUnmanaged;
        this.truth = truth;
    }

    @Override
    public Warehouse includingUnmanaged() {
        return new SqlWarehouse(target, guard, true, truth);
    }

    @Override
    public Warehouse withTruth() {
        return new SqlWarehouse(target, guard, includeUnmanaged, true);
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public DatabaseStatus status() {
        return explained(() -> target.reading(this::status));
    }

    private DatabaseStatus status(@Nullable Sql sql) throws SQLException {
        Set<String> present = sql == null ? Set.of() : target.tables(sql);
        if (sql != null) {
            Records.check(sql, present);
        }
        ProductionMark mark = sql == null ? null : ProductionMarks.of(sql, present);
        List<Table> tables = Table.SEVEN.stream()
                .filter(table -> present.contains(table.sqlName()))
                .toList();
        if (sql == null || tables.isEmpty()) {
            return new DatabaseStatus(
                    false, Counts.none(), Counts.none(), null, null, null, List.of(), List.of(), mark);
        }
        boolean hasRuns = present.contains("forge_run");
        List<DatabaseStatus.Run> runs = hasRuns ? Runs.all(sql) : List.of();
        boolean whole = tables.size() == Table.SEVEN.size();
        Ownership ours = !hasRuns ? Ownership.NONE : whole ? Runs.ownership(sql) : Runs.ownershipById(sql);
        Map<Table, Long> managed = hasRuns ? Counts.ours(sql, tables, ours) : Counts.none();
        Map<Table, Long> rows = Counts.all(sql, tables);
        List<String> differences = new ArrayList<>();
        if (hasRuns && whole) {
            differences.addAll(RecordedRows.differences(RecordedRows.read(sql), managed));
            differences.addAll(Strangers.find(sql, ours));
        }
        long truth = AnswerKey.rows(sql, present);
        if (truth > 0) {
            rows.put(AnswerKey.TABLE, truth);
            managed.put(AnswerKey.TABLE, truth);
        }
        SaleDays days = tables.contains(Table.SALES_DAILY) ? SaleDays.read(sql) : new SaleDays(null, null);
        return new DatabaseStatus(
                true,
                rows,
                managed,
                days.first(),
                days.last(),
                runs.isEmpty() || Counts.sum(managed) == 0 || !differences.isEmpty()
                        ? null
                        : runs.get(0).fingerprint(),
                differences,
                runs,
                mark);
    }

    @Override
    public List<DatabaseStatus.Run> runs() {
        return explained(() -> target.reading(sql -> {
            Set<String> present = sql == null ? Set.of() : target.tables(sql);
            if (sql == null) {
                return List.of();
            }
            Records.check(sql, present);
            return present.contains("forge_run") ? Runs.all(sql) : List.of();
        }));
    }

    @Override
    public OperationReport planFullNew(Plan plan) {
        DemandLimits.check(plan);
        ShockReach.check(plan);
        return explained(() -> target.reading(new PlannedFullNew(target, plan, includeUnmanaged, truth)::report));
    }

    @Override
    public OperationReport fullNew(Plan plan, Operational operational, Progress progress) {
        return writing("full-new", () -> {
            DemandLimits.check(plan);
            ShockReach.check(plan);
            return new FullNew(target, plan, operational, progress, includeUnmanaged, truth).run();
        });
    }

    @Override
    public String databaseName() {
        return target.databaseName();
    }

    @Override
    public boolean protect() {
        return writing(
                "protect",
                () -> target.changeRecords(sql -> {
                    boolean marked = isMarked(sql);
                    if (!marked) {
                        ProductionMarks.set(sql);
                    }
                    return !marked;
                }));
    }

    @Override
    public boolean unprotect(String name) {
        return writing("unprotect", () -> {
            if (!name.equals(databaseName())) {
                throw new RefusedException(
                        "the production mark stays on " + name() + ": \"" + name + "\" is not the database's name",
                        "give the name of the database whose mark is to go: --name " + databaseName());
            }
            if (!target.reading(sql -> sql != null && isMarked(sql))) {
                return false;
            }
            return target.changeRecords(sql -> {
                boolean marked = isMarked(sql);
                ProductionMarks.remove(sql);
                return marked;
            });
        });
    }

    private boolean isMarked(Sql sql) throws SQLException {
        Set<String> present = target.tables(sql);
        Records.check(sql, present);
        return ProductionMarks.of(sql, present) != null;
    }

    @Override
    public OperationReport planDelete(Deletion deletion) {
        return explained(() -> target.reading(sql -> new Delete(target, deletion).planned(sql)));
    }

    @Override
    public OperationReport delete(Deletion deletion, Progress progress) {
        return writing("delete", () -> new Delete(target, deletion).run(progress));
    }

    @Override
    public OperationReport planAppend(AppendRequest request) {
        return explained(() -> Append.plan(target, request, truth));
    }

    @Override
    public OperationReport append(AppendRequest request, Operational operational, Progress progress) {
        return writing(Runs.APPEND, () -> Append.run(target, request, truth, operational, progress));
    }

    @Override
    public Verification verify(Progress progress) {
        return explained(() -> target.reading(sql -> verification(sql, progress)));
    }

    private Verification verification(@Nullable Sql sql, Progress progress) throws SQLException {
        if (sql == null || target.tables(sql).isEmpty()) {
            throw new DatabaseException(
                    "there is nothing to verify in " + name(), "make a dataset first, with --full-new", null);
        }
        target.checkTables(sql);
        // record and rows in one snapshot, or a dataset replaced meanwhile would be held against the record of the one
        // before
        sql.connection().setAutoCommit(false);
        List<DatabaseStatus.Run> runs = target.tables(sql).contains("forge_run") ? Runs.all(sql) : List.of();
        if (runs.isEmpty()) {
            return Verifier.run(sql, null, RecordedDataset.NONE, progress);
        }
        RecordedDataset recorded = RecordedDataset.read(sql, Runs.ownership(sql))
                .withStates(target.tables(sql).contains(SeriesStates.TABLE));
        if (!recorded.exists()) {
            return Verifier.run(sql, null, recorded, progress);
        }
        DatabaseStatus.Run last = runs.get(0);
        Plan plan = Plan.of(ConfigReader.parse(last.configuration(), "the record of run " + last.id())
                .resolve(Overrides.NONE));
        return Verifier.run(sql, plan, recorded, progress);
    }

    @Override
    public RealismCard realism(Progress progress) {
        return explained(
                () -> target.reading(sql -> PresentDataset.of(target, sql).realism(progress)));
    }

    @Override
    public ForgeConfig dataset() {
        return explained(
                () -> target.reading(sql -> PresentDataset.of(target, sql).config()));
    }

    @Override
    public SalesTotals sales() {
        return explained(
                () -> target.reading(sql -> PresentDataset.of(target, sql).sales()));
    }

    @Override
    public long rowsOfOthers() {
        return explained(
                () -> target.reading(sql -> PresentDataset.of(target, sql).rowsOfOthers()));
    }

    @Override
    public void close() {
        // every operation opens and closes its own connection
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    /** Everything that writes goes through here, before it does anything else. */
    private <T> T writing(String operation, Work<T> work) {
        ProductionGuard.ofThisProcess().check(operation);
        guard.check(operation);
        return explained(work);
    }

    private <T> T explained(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw target.explain(e);
        }
    }
}
