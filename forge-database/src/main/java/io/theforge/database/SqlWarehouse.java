package io.theforge.database;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.database.append.Append;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Delete;
import io.theforge.database.delete.Deletion;
import io.theforge.database.guard.ProductionGuard;
import io.theforge.database.realism.RealismCard;
import io.theforge.database.record.Records;
import io.theforge.database.record.Runs;
import io.theforge.database.replace.FullNew;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.report.Verification;
import io.theforge.database.session.Target;
import io.theforge.database.write.WriteRunner;
import io.theforge.demand.DemandLimits;
import io.theforge.demand.ShockReach;
import io.theforge.plan.Plan;
import io.theforge.series.SalesTotals;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What PostgreSQL and DuckDB do alike, in the SQL that both understand; the rest is the target's. */
public final class SqlWarehouse implements Warehouse {
    /** Of a dry run, where nothing is handed over in batches. */
    private static final Operational LOOKING =
            new Operational(Runtime.getRuntime().availableProcessors(), 1);

    private final Target target;
    private final WriteRunner runner;
    private final ProductionGuard guard;
    private final boolean includeUnmanaged;
    private final boolean truth;

    /** @param guard asked beside that of this process's environment */
    SqlWarehouse(Target target, ProductionGuard guard) {
        this(target, guard, false, false);
    }

    private SqlWarehouse(Target target, ProductionGuard guard, boolean includeUnmanaged, boolean truth) {
        this.target = target;
        runner = new WriteRunner(target);
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
    public void connectAhead() {
        target.connectAhead();
    }

    @Override
    public DatabaseStatus status() {
        return reading(() -> target.reading(new StatusReader(target)::status));
    }

    @Override
    public List<DatabaseStatus.Run> runs() {
        return reading(() -> target.reading(sql -> {
            Set<String> present = sql == null ? Set.of() : target.tables(sql);
            if (sql == null) {
                return List.of();
            }
            Records.check(sql, present);
            return present.contains("theforge.run") ? Runs.all(sql) : List.of();
        }));
    }

    @Override
    public OperationReport planFullNew(Plan plan) {
        return reading(() -> runner.dryRun(fullNew(plan, LOOKING)));
    }

    @Override
    public OperationReport fullNew(Plan plan, Operational operational, Progress progress) {
        return writing(Runs.FULL_NEW, () -> runner.run(fullNew(plan, operational), progress));
    }

    private FullNew fullNew(Plan plan, Operational operational) {
        DemandLimits.check(plan);
        ShockReach.check(plan);
        return new FullNew(target, plan, operational, includeUnmanaged, truth);
    }

    @Override
    public String databaseName() {
        return target.databaseName();
    }

    @Override
    public boolean protect() {
        return writing("protect", new Protection(target)::protect);
    }

    @Override
    public boolean unprotect(String name) {
        return writing("unprotect", () -> new Protection(target).unprotect(name));
    }

    @Override
    public OperationReport planDelete(Deletion deletion) {
        return reading(() -> runner.dryRun(new Delete(target, deletion)));
    }

    @Override
    public OperationReport delete(Deletion deletion, Progress progress) {
        return writing(Runs.DELETE, () -> runner.run(new Delete(target, deletion), progress));
    }

    @Override
    public OperationReport planAppend(AppendRequest request) {
        return reading(() -> runner.dryRun(new Append(target, request, LOOKING, truth)));
    }

    @Override
    public OperationReport append(AppendRequest request, Operational operational, Progress progress) {
        return writing(Runs.APPEND, () -> runner.run(new Append(target, request, operational, truth), progress));
    }

    @Override
    public Verification verify(Progress progress) {
        return reading(() -> target.reading(sql -> new DatasetVerification(target).run(sql, progress)));
    }

    @Override
    public RealismCard realism(Progress progress) {
        return reading(
                () -> target.reading(sql -> PresentDataset.of(target, sql).realism(progress)));
    }

    @Override
    public ForgeConfig dataset() {
        return reading(
                () -> target.reading(sql -> PresentDataset.of(target, sql).config()));
    }

    @Override
    public SalesTotals sales() {
        return reading(
                () -> target.reading(sql -> PresentDataset.of(target, sql).sales()));
    }

    @Override
    public long unmanagedRows() {
        return reading(
                () -> target.reading(sql -> PresentDataset.of(target, sql).unmanagedRows()));
    }

    @Override
    public void close() {
        target.abandonAhead(); // every operation closes its own connection
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    /** Everything that writes goes through here, before it does anything else. */
    private <T> T writing(String operation, Work<T> work) {
        ProductionGuard.ofThisProcess().check(operation);
        guard.check(operation);
        return explained(work, true);
    }

    private <T> T reading(Work<T> work) {
        return explained(work, false);
    }

    private <T> T explained(Work<T> work, boolean writing) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw target.explain(e, writing);
        }
    }
}
