package io.theforge.database.verify;

import io.theforge.database.Check;
import io.theforge.database.Verification;
import io.theforge.database.Warehouse;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Every check of one database, on one snapshot of it, by one connection. Nothing is written. */
public final class Verifier {
    private final Queries queries;
    private final boolean postgres;
    private final Warehouse.Progress progress;
    private final List<Check> checks = new ArrayList<>();

    private Verifier(Queries queries, boolean postgres, Warehouse.Progress progress) {
        this.queries = queries;
        this.postgres = postgres;
        this.progress = progress;
    }

    /**
     * Runs all checks.
     *
     * @param connection to a database with the seven tables; on auto-commit, a snapshot is held for the time of the
     *     checks, otherwise they see what the running transaction sees
     * @param plan of the recorded configuration, null when no run of ours is recorded: then only the schema's laws are asked
     */
    public static Verification run(
            Connection connection, @Nullable Plan plan, RecordedDataset recorded, Warehouse.Progress progress)
            throws SQLException {
        boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        if (!connection.getAutoCommit()) {
            return checks(connection, postgres, plan, recorded, progress);
        }
        connection.setAutoCommit(false);
        try {
            if (postgres) {
                settle(connection);
            }
            return checks(connection, postgres, plan, recorded, progress);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** One snapshot; memory for the sorts of a million rows; no compiling of queries that run once. */
    private static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            statement.execute("SET LOCAL work_mem = '64MB'");
            statement.execute("SET LOCAL jit = off");
        }
    }

    private static Verification checks(
            Connection connection,
            boolean postgres,
            @Nullable Plan plan,
            RecordedDataset recorded,
            Warehouse.Progress progress)
            throws SQLException {
        Queries.Scope scope = plan == null
                ? null
                : new Queries.Scope(
                        recorded,
                        LocalDate.ofEpochDay(plan.firstEpochDay()),
                        LocalDate.ofEpochDay(plan.epochDay(plan.days() - 1)));
        Verifier verifier = new Verifier(new Queries(connection, scope), postgres, progress);
        if (plan == null) {
            verifier.laws(IntegrityLaws.all());
            verifier.checks.add(new Sequences(verifier.queries, postgres).check());
            verifier.checks.add(nothingRecorded());
        } else {
            verifier.everything(plan, recorded);
        }
        return new Verification(List.copyOf(verifier.checks));
    }

    private static Check nothingRecorded() {
        return new Check(
                "database.dataset_recorded",
                Check.Status.WARNING,
                "0 runs",
                "no dataset of the Forge is on record here, so only the schema's own laws were checked",
                List.of());
    }

    private void everything(Plan plan, RecordedDataset recorded) throws SQLException {
        // the processors generate while the database answers
        CompletableFuture<PlannedCounts> counts = CompletableFuture.supplyAsync(() -> PlannedCounts.of(plan));
        List<SqlCheck> laws = new ArrayList<>(IntegrityLaws.all());
        laws.addAll(PriceLaws.all());
        laws.addAll(StockLaws.all());
        laws(laws);
        checks.add(new Sequences(queries, postgres).check());

        NaturalKeys keys = new NaturalKeys(queries, plan);
        progress.begin("comparing with the plan", null);
        PlannedRows rows = new PlannedRows(queries, plan, recorded, keys);
        for (Table table : Table.values()) {
            if (!table.isSeries()) {
                checks.add(rows.asPlanned(table));
            }
        }
        checks.add(rows.adoptedDays());
        checks.addAll(new CountChecks(queries, plan, keys, counts.join()).all());
        checks.add(StockoutShare.check(queries, plan.config().retail().stockoutProbability()));
        progress.end();

        for (Table table : Table.values()) {
            checks.add(fingerprint(table, plan, recorded, keys));
        }
    }

    private void laws(List<SqlCheck> laws) throws SQLException {
        progress.begin("checking " + laws.size() + " laws", null);
        Map<Table, Long> allRows = new EnumMap<>(Table.class);
        Map<Table, Long> ourRows = new EnumMap<>(Table.class);
        for (SqlCheck law : laws) {
            Map<Table, Long> counted = law.onlyOurs() ? ourRows : allRows;
            Long rows = counted.get(law.judged());
            if (rows == null) {
                String table = law.judged().sqlName();
                rows = queries.number("SELECT count(*) FROM " + (law.onlyOurs() ? "{" + table + "} t" : table));
                counted.put(law.judged(), rows);
            }
            checks.add(law.run(queries, rows));
        }
        progress.end();
    }

    private Check fingerprint(Table table, Plan plan, RecordedDataset recorded, NaturalKeys keys) throws SQLException {
        progress.begin("fingerprint of " + table.sqlName(), null);
        FingerprintWriter writer = new FingerprintWriter(keys.storeCodes(), keys.skus());
        new TableReader(queries, plan, recorded, keys).read(table, writer, () -> progress.advance(1));
        progress.end();
        String found = writer.fingerprint().toString();
        String expected = recorded.fingerprints().getOrDefault(table, "none");
        boolean equal = found.equals(expected);
        return new Check(
                table.sqlName() + ".fingerprint",
                equal ? Check.Status.PASSED : Check.Status.FAILED,
                found,
                equal ? "the rows are those that were recorded" : "the rows are not those that were recorded: " + expected,
                List.of());
    }
}
