package io.theforge.database;

import io.theforge.config.ConfigReader;
import io.theforge.config.Operational;
import io.theforge.config.Overrides;
import io.theforge.database.verify.RecordedDataset;
import io.theforge.database.verify.Verifier;
import io.theforge.demand.DemandLimits;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL and DuckDB do alike, in the SQL that both understand; the rest is the target's. */
final class SqlWarehouse implements Warehouse {
    private final Target target;

    SqlWarehouse(Target target) {
        this.target = target;
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public DatabaseStatus status() {
        return explained(() -> reading(this::status));
    }

    private DatabaseStatus status(@Nullable Connection connection) throws SQLException {
        Set<String> present = connection == null ? Set.of() : target.tables(connection);
        boolean complete = Arrays.stream(Table.values()).allMatch(table -> present.contains(table.sqlName()));
        if (connection == null || !complete) {
            return new DatabaseStatus(false, Counts.none(), Counts.none(), null, null, null, List.of());
        }
        boolean hasRuns = present.contains("forge_run");
        List<DatabaseStatus.Run> runs = hasRuns ? Runs.all(connection) : List.of();
        Map<Table, Long> managed = hasRuns ? Counts.ours(connection, Runs.ownership(connection)) : Counts.none();
        List<LocalDate> days = Sql.list(
                connection,
                row -> row.getObject(1, LocalDate.class),
                "SELECT min(date) FROM sales_daily HAVING count(*) > 0 UNION ALL "
                        + "SELECT max(date) FROM sales_daily HAVING count(*) > 0 ORDER BY 1");
        return new DatabaseStatus(
                true,
                Counts.all(connection),
                managed,
                days.isEmpty() ? null : days.get(0),
                days.isEmpty() ? null : days.get(1),
                runs.isEmpty() ? null : runs.get(0).fingerprint(),
                runs);
    }

    @Override
    public OperationReport planFullNew(Plan plan) {
        DemandLimits.check(plan);
        return explained(() -> reading(new PlannedFullNew(target, plan)::report));
    }

    @Override
    public OperationReport fullNew(Plan plan, Operational operational, Progress progress) {
        DemandLimits.check(plan);
        return explained(() -> new FullNew(target, plan, operational, progress).run());
    }

    @Override
    public OperationReport planAppend(AppendRequest request) {
        return explained(() -> Append.plan(target, request));
    }

    @Override
    public OperationReport append(AppendRequest request, Operational operational, Progress progress) {
        return explained(() -> Append.run(target, request, operational, progress));
    }

    @Override
    public Verification verify(Progress progress) {
        return explained(() -> reading(connection -> verification(connection, progress)));
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
        DatabaseStatus.Run last = runs.get(0);
        Plan plan = Plan.of(ConfigReader.parse(last.configuration(), "the record of run " + last.id())
                .resolve(Overrides.NONE));
        return Verifier.run(connection, plan, RecordedDataset.read(connection, Runs.ownership(connection)), progress);
    }

    @Override
    public void close() {
        // every operation opens and closes its own connection
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private interface Reading<T> {
        T read(@Nullable Connection connection) throws SQLException;
    }

    private <T> T reading(Reading<T> reading) throws SQLException {
        try (Connection connection = target.openForReading()) {
            return reading.read(connection);
        }
    }

    private <T> T explained(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw target.explain(e);
        }
    }
}
