package io.theforge.database.verify;

import io.theforge.database.load.PlannedCounts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.report.Check;
import io.theforge.database.report.Progress;
import io.theforge.database.report.Verification;
import io.theforge.database.sql.Sql;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Every check of one database, on one snapshot of it, by one connection. Nothing is written. */
public final class Verifier {
    private final Queries queries;
    private final boolean postgres;
    private final Progress progress;
    private final List<Check> checks = new ArrayList<>();
    private final Map<Table, Long> allRows = new EnumMap<>(Table.class);
    private final Map<Table, Long> ourRows = new EnumMap<>(Table.class);

    private Verifier(Queries queries, boolean postgres, Progress progress) {
        this.queries = queries;
        this.postgres = postgres;
        this.progress = progress;
    }

    /**
     * Runs all checks.
     *
     * @param sql to a database with the seven tables, in a transaction (not on auto-commit), best one in which the
     *     record was read and which sees one snapshot; it is neither committed nor rolled back here
     * @param plan of the recorded configuration, null when no dataset of ours is recorded: then the schema's laws are asked,
     *     and those of the rows that were appended to the rows of others
     */
    public static Verification run(Sql sql, @Nullable Plan plan, RecordedDataset recorded, Progress progress)
            throws SQLException {
        if (sql.connection().getAutoCommit()) {
            throw new IllegalArgumentException(
                    "verification needs a transaction, and the connection is on auto-commit");
        }
        boolean postgres = configureSession(sql);
        boolean appended = plan == null && recorded.appendedToOthers();
        Verifier verifier = new Verifier(new Queries(sql, scope(plan, appended, recorded)), postgres, progress);
        if (appended) {
            verifier.appended(recorded);
        } else if (plan == null) {
            verifier.laws(IntegrityLaws.all());
            verifier.checks.add(new Sequences(verifier.queries, postgres).check(Ownership.NONE));
            verifier.checks.add(nothingRecorded());
        } else {
            verifier.everything(plan, recorded);
        }
        return new Verification(List.copyOf(verifier.checks));
    }

    private static Queries.@Nullable Scope scope(@Nullable Plan plan, boolean appended, RecordedDataset recorded) {
        if (plan != null) {
            return new Queries.Scope(
                    recorded,
                    LocalDate.ofEpochDay(plan.firstEpochDay()),
                    LocalDate.ofEpochDay(plan.epochDay(plan.days() - 1)));
        }
        // the laws of appended rows ask for no first or last day
        return appended ? new Queries.Scope(recorded, LocalDate.EPOCH, LocalDate.EPOCH) : null;
    }

    /**
     * For the rest of this transaction: memory for the sorts of a million rows; no compiling of queries that run once; no nested
     * loops where there is another way, since without statistics, just after a load, the planner takes a million rows for a
     * handful.
     *
     * @return whether this is PostgreSQL; elsewhere there is nothing to configure
     */
    public static boolean configureSession(Sql sql) throws SQLException {
        if (!sql.isPostgres()) {
            return false;
        }
        try (Statement statement = sql.connection().createStatement()) {
            statement.execute("SET LOCAL work_mem = '64MB'");
            statement.execute("SET LOCAL jit = off");
            statement.execute("SET LOCAL enable_nestloop = off");
        }
        return true;
    }

    private static Check nothingRecorded() {
        return new Check(
                "database.dataset_recorded",
                Check.Status.WARNING,
                "0 datasets",
                "no dataset of the Forge is on record here, so only the schema's own laws were checked",
                List.of());
    }

    /** The answer key's table, where it is there. */
    private Set<String> answerKey() throws SQLException {
        String name = Table.TRUTH_DAILY.qualifiedName();
        Sql sql = queries.sql();
        long found = postgres
                ? sql.number("SELECT count(to_regclass(?))", sql.own(name))
                : sql.number(
                        "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database()"
                                + " AND schema_name || '.' || table_name = ?",
                        name);
        return found > 0 ? Set.of(name) : Set.of();
    }

    /** Whether it is there to be judged; where it should be and is not, a warning says so. */
    private boolean hasAnswerKey() throws SQLException {
        Set<String> table = answerKey();
        if (!AnswerKey.isThere(queries.sql(), table)) {
            return notJudged(
                    "no table", "an answer key is on record, and its table is gone; --append --truth writes it again");
        }
        if (AnswerKey.isEarlier(queries.sql(), table)) {
            return notJudged("columns of an earlier version", AnswerKey.EARLIER + ", and is not looked at here");
        }
        return true;
    }

    private boolean notJudged(String found, String meaning) {
        String name = Table.TRUTH_DAILY.sqlName() + ".recorded";
        checks.add(new Check(name, Check.Status.WARNING, found, meaning, List.of()));
        return false;
    }

    private static Check factsDeleted() {
        return new Check(
                "database.facts_deleted",
                Check.Status.PASSED,
                "0 rows expected",
                "the dataset's sales, inventory, prices and promotions have been deleted; none are expected",
                List.of());
    }

    private void everything(Plan plan, RecordedDataset recorded) throws SQLException {
        // the processors generate while the database answers
        boolean withoutFacts = recorded.emptied().contains(Table.SALES_DAILY);
        CompletableFuture<PlannedCounts> counts =
                CompletableFuture.supplyAsync(() -> withoutFacts ? PlannedCounts.none(plan) : PlannedCounts.of(plan));
        List<SqlCheck> laws = new ArrayList<>(IntegrityLaws.all());
        laws.addAll(PriceLaws.all(plan.config().promotions().campaignsPerMonth() > 0));
        laws.addAll(StockLaws.all());
        if (recorded.emptied().contains(Table.PRICE_HISTORY)) {
            laws.removeIf(law -> law.name().equals(PriceLaws.FROM_THE_FIRST_DAY));
        }
        boolean hasTruth = recorded.hasTruth() && hasAnswerKey();
        if (hasTruth) {
            laws.addAll(TruthLaws.all(plan.config().retail().stockoutBehavior()));
        }
        laws(laws);
        checks.addAll(new Contradictions(queries, unmanagedRows()).checks());
        checks.add(new Sequences(queries, postgres).check(recorded.ours()));

        NaturalKeys keys = new NaturalKeys(queries, plan);
        progress.begin("comparing with the plan", null);
        PlannedRows rows = new PlannedRows(queries, plan, recorded, keys);
        for (Table table : Table.SEVEN) {
            if (!table.isSeries()) {
                checks.add(rows.asPlanned(table));
            }
        }
        if (withoutFacts) {
            checks.add(factsDeleted());
        }
        checks.add(rows.adoptedDays());
        checks.addAll(new CountChecks(queries, plan, keys, counts.join(), withoutFacts).all());
        if (recorded.hasStates() && !withoutFacts) {
            checks.add(SeriesStateCheck.run(
                    queries.sql(), plan, keys, counts.join().states()));
        }
        if (!withoutFacts) {
            checks.addAll(ScenarioChecks.of(queries, plan));
        }
        checks.add(StockoutShare.check(queries, plan));
        progress.end();

        Map<Table, TableFingerprint> found = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            found.put(table, fingerprint(table, plan, recorded, keys));
            checks.add(compared(
                    table.sqlName() + ".fingerprint",
                    String.valueOf(found.get(table)),
                    recorded.fingerprints().getOrDefault(table, "none")));
        }
        checks.add(compared("database.fingerprint", new DatasetFingerprint(found).toString(), recorded.fingerprint()));
        if (hasTruth) {
            checks.add(compared(
                    Table.TRUTH_DAILY.sqlName() + ".fingerprint",
                    fingerprint(Table.TRUTH_DAILY, plan, recorded, keys).toString(),
                    String.valueOf(recorded.fingerprints().get(Table.TRUTH_DAILY))));
        }
    }

    /** There is no plan of these rows; what they were is on record. */
    private void appended(RecordedDataset recorded) throws SQLException {
        List<SqlCheck> laws = new ArrayList<>(IntegrityLaws.all());
        laws.addAll(StockLaws.all());
        laws.add(PriceLaws.totals());
        laws(laws);
        checks.add(new Sequences(queries, postgres).check(recorded.ours()));
        NaturalKeys keys = new NaturalKeys(queries);
        Map<Table, String> found = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            String expected = recorded.fingerprints().getOrDefault(table, new TableFingerprint().toString());
            found.put(table, expected);
            boolean answeredFor = table.isSeries()
                    || table == Table.PROMOTION && recorded.fingerprints().containsKey(table);
            if (answeredFor) {
                found.put(table, fingerprint(table, null, recorded, keys).toString());
                checks.add(compared(table.sqlName() + ".fingerprint", String.valueOf(found.get(table)), expected));
            }
        }
        checks.add(compared("database.fingerprint", DatasetFingerprint.ofTables(found), recorded.fingerprint()));
    }

    private void laws(List<SqlCheck> laws) throws SQLException {
        progress.begin("checking " + laws.size() + " laws", null);
        for (SqlCheck law : laws) {
            checks.add(law.run(queries, ours(law.judged()), law.onlyOurs() ? 0 : all(law.judged())));
        }
        progress.end();
    }

    private Map<Table, Long> unmanagedRows() throws SQLException {
        Map<Table, Long> rows = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            rows.put(table, all(table) - ours(table));
        }
        return rows;
    }

    private long ours(Table table) throws SQLException {
        return queries.hasScope() ? counted(ourRows, table, "{own " + table.sqlName() + "} t") : 0;
    }

    private long all(Table table) throws SQLException {
        return counted(allRows, table, table.sqlName());
    }

    private long counted(Map<Table, Long> counts, Table table, String rows) throws SQLException {
        if (!counts.containsKey(table)) {
            counts.put(table, queries.number("SELECT count(*) FROM " + rows));
        }
        return counts.getOrDefault(table, 0L);
    }

    private TableFingerprint fingerprint(Table table, @Nullable Plan plan, RecordedDataset recorded, NaturalKeys keys)
            throws SQLException {
        progress.begin("fingerprint of " + table.sqlName(), ours(table));
        FingerprintWriter writer = new FingerprintWriter(keys.storeCodes(), keys.skus());
        new TableReader(queries, plan, recorded, keys).read(table, writer, progress::advance);
        progress.end();
        return writer.fingerprint();
    }

    private static Check compared(String name, String found, String expected) {
        boolean equal = found.equals(expected);
        return new Check(
                name,
                equal ? Check.Status.PASSED : Check.Status.FAILED,
                found,
                equal
                        ? "the rows are those that were recorded"
                        : "the rows are not those that were recorded: " + expected,
                List.of());
    }
}
