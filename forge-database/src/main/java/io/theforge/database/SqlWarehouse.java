package io.theforge.database;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.database.realism.RealismCard;
import io.theforge.database.verify.RecordedDataset;
import io.theforge.database.verify.Verifier;
import io.theforge.demand.DemandLimits;
import io.theforge.demand.ShockReach;
import io.theforge.plan.Plan;
import io.theforge.series.SalesTotals;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL and DuckDB do alike, in the SQL that both understand; the rest is the target's. */
final class SqlWarehouse implements Warehouse {
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

    private DatabaseStatus status(@Nullable Connection connection) throws SQLException {
        Set<String> present = connection == null ? Set.of() : target.tables(connection);
        if (connection != null) {
            Records.check(connection, present);
        }
        ProductionMark mark = connection == null ? null : ProductionMark.of(connection, present);
        List<Table> tables = Table.SEVEN.stream()
                .filter(table -> present.contains(table.sqlName()))
                .toList();
        if (connection == null || tables.isEmpty()) {
            return new DatabaseStatus(
                    false, Counts.none(), Counts.none(), null, null, null, List.of(), List.of(), mark);
        }
        boolean hasRuns = present.contains("forge_run");
        List<DatabaseStatus.Run> runs = hasRuns ? Runs.all(connection) : List.of();
        boolean whole = tables.size() == Table.SEVEN.size();
        Ownership ours =
                !hasRuns ? Ownership.NONE : whole ? Runs.ownership(connection) : Runs.ownershipById(connection);
        Map<Table, Long> managed = hasRuns ? Counts.ours(connection, tables, ours) : Counts.none();
        Map<Table, Long> rows = Counts.all(connection, tables);
        List<String> differences = new ArrayList<>();
        if (hasRuns && whole) {
            differences.addAll(RecordedRows.differences(RecordedRows.read(connection), managed));
            differences.addAll(Strangers.find(connection, ours));
        }
        long truth = AnswerKey.rows(connection, present);
        if (truth > 0) {
            rows.put(AnswerKey.TABLE, truth);
            managed.put(AnswerKey.TABLE, truth);
        }
        SaleDays days = tables.contains(Table.SALES_DAILY) ? SaleDays.read(connection) : new SaleDays(null, null);
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
        return explained(() -> target.reading(connection -> {
            Set<String> present = connection == null ? Set.of() : target.tables(connection);
            if (connection == null) {
                return List.of();
            }
            Records.check(connection, present);
            return present.contains("forge_run") ? Runs.all(connection) : List.of();
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
                () -> target.changeRecords(connection -> {
                    boolean marked = isMarked(connection);
                    if (!marked) {
                        ProductionMark.set(connection);
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
            if (!target.reading(connection -> connection != null && isMarked(connection))) {
                return false;
            }
            return target.changeRecords(connection -> {
                boolean marked = isMarked(connection);
                ProductionMark.takeOff(connection);
                return marked;
            });
        });
    }

    private boolean isMarked(Connection connection) throws SQLException {
        Set<String> present = target.tables(connection);
        Records.check(connection, present);
        return ProductionMark.of(connection, present) != null;
    }

    @Override
    public OperationReport planDelete(Deletion deletion) {
        return explained(() -> target.reading(connection -> new Delete(target, deletion).planned(connection)));
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
        return writing(Append.OPERATION, () -> Append.run(target, request, truth, operational, progress));
    }

    @Override
    public Verification verify(Progress progress) {
        return explained(() -> target.reading(connection -> verification(connection, progress)));
    }

    private Verification verification(@Nullable Connection connection, Progress progress) throws SQLException {
        if (connection == null || target.tables(connection).isEmpty()) {
            throw new DatabaseException(
                    "there is nothing to verify in " + name(), "make a dataset first, with --full-new", null);
        }
        target.checkTables(connection);
        // record and rows in one snapshot, or a dataset replaced meanwhile would be held against the record of the one
        // before
        connection.setAutoCommit(false);
        List<DatabaseStatus.Run> runs =
                target.tables(connection).contains("forge_run") ? Runs.all(connection) : List.of();
        if (runs.isEmpty()) {
            return Verifier.run(connection, null, RecordedDataset.NONE, progress);
        }
        RecordedDataset recorded = RecordedDataset.read(connection, Runs.ownership(connection))
                .withStates(target.tables(connection).contains(SeriesStates.TABLE));
        if (!recorded.exists()) {
            return Verifier.run(connection, null, recorded, progress);
        }
        DatabaseStatus.Run last = runs.get(0);
        Plan plan = Plan.of(ConfigReader.parse(last.configuration(), "the record of run " + last.id())
                .resolve(Overrides.NONE));
        return Verifier.run(connection, plan, recorded, progress);
    }

    @Override
    public RealismCard realism(Progress progress) {
        return explained(() -> target.reading(
                connection -> PresentDataset.of(target, connection).realism(progress)));
    }

    @Override
    public ForgeConfig dataset() {
        return explained(() -> target.reading(
                connection -> PresentDataset.of(target, connection).config()));
    }

    @Override
    public SalesTotals sales() {
        return explained(() -> target.reading(
                connection -> PresentDataset.of(target, connection).sales()));
    }

    @Override
    public long rowsOfOthers() {
        return explained(() -> target.reading(
                connection -> PresentDataset.of(target, connection).rowsOfOthers()));
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
