package io.theforge.export.source;

import io.theforge.config.model.DateRange;
import io.theforge.config.model.Operational;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.load.IdMappingWriter;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.RefusedException;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.Queries;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.Layout;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.sink.Chunk;
import io.theforge.sink.SeriesOutput;
import io.theforge.sink.SmallTableLoad;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A database: all rows of its seven tables, whoever made them, in one snapshot. */
public final class DatabaseSource implements ExportSource, AutoCloseable {
    /** Of DuckDB inside this process. */
    private static final String EMBEDDED_MEMORY = "128MB";

    private final Target target;
    private final Sql sql;
    private final Queries queries;
    private final Provenance provenance;
    private final Keys keys;
    private final SaleDays saleDays;
    private final int[] pairs;
    private final boolean isWhole;
    private final List<String> notes = new ArrayList<>();

    private DatabaseSource(Target target, Sql sql, @Nullable Integer series) throws SQLException {
        this.target = target;
        this.sql = sql;
        queries = new Queries(sql, null);
        BadValues.check(sql, Table.SEVEN);
        Keys found = Keys.read(sql);
        provenance = Provenance.read(target, sql, found);
        Plan plan = provenance.plan();
        keys = plan == null ? found : found.as(plan);
        saleDays = SaleDays.read(sql, plan);
        if (series == null || series >= keys.pairs()) {
            isWhole = true;
            pairs = IntStream.range(0, keys.pairs()).toArray();
        } else {
            isWhole = false;
            pairs = spread(series);
        }
    }

    /**
     * Opens one.
     *
     * @param series how many series are wanted, evenly spread; null for all
     * @throws DatabaseException when it is not there, or its tables do not fit
     */
    public static DatabaseSource open(DatabaseUrl url, @Nullable Integer series) {
        return open(Warehouse.target(url), series);
    }

    private static DatabaseSource open(Target target, @Nullable Integer series) {
        try {
            Sql sql = target.openForReading();
            if (sql == null) {
                throw new DatabaseException(
                        "there is no database at " + target.name(), "make one first, with --full-new", null);
            }
            try {
                return open(target, sql, series);
            } catch (SQLException | RuntimeException e) {
                sql.close();
                throw e;
            }
        } catch (SQLException e) {
            throw target.explain(e, false);
        }
    }

    private static DatabaseSource open(Target target, Sql sql, @Nullable Integer series) throws SQLException {
        target.checkTables(sql);
        if (!target.tables(sql).contains(Table.STORE.sqlName())) {
            throw new DatabaseException(
                    "there are none of the seven tables in " + target.name(),
                    "make a dataset there first, with --full-new",
                    null);
        }
        if (!sql.isPostgres()) {
            // It would keep what it has read, up to most of the machine's memory
            sql.run("SET memory_limit = '" + EMBEDDED_MEMORY + "'");
        }
        sql.connection().setAutoCommit(false);
        try {
            return new DatabaseSource(target, sql, series);
        } catch (SQLException e) {
            throw BadValues.explain(target, sql, Table.SEVEN, e);
        }
    }

    private int[] spread(int count) throws SQLException {
        try {
            return SeriesSelection.spread(keys.pairs(), count, this::isOnRecord);
        } catch (ReadFailed e) {
            throw e.failure();
        }
    }

    private boolean isOnRecord(int pair) {
        return ReadFailed.asking(() -> sql.number(
                        "SELECT count(*) FROM (SELECT 1 FROM sales_daily WHERE store_id = ? AND product_id = ? LIMIT 1) found",
                        keys.storeIds()[keys.storeOf(pair)],
                        keys.productIds()[keys.productOf(pair)])
                > 0);
    }

    /**
     * Returns the files of a layout.
     *
     * @param chosen which of the seven; only {@link Layout#TABLES} asks for it
     * @param withTruth whether the answer key lies beside them, in a folder of its own
     * @throws RefusedException where these rows cannot give it
     */
    public List<ExportTable> tables(Layout layout, List<Table> chosen, boolean withTruth) {
        DatabaseTables tables = new DatabaseTables(queries, keys, this);
        List<ExportTable> files = new ArrayList<>();
        if (layout == Layout.TABLES) {
            chosen.forEach(table -> files.add(tables.table(table)));
        } else if (saleDays.days() == 0) {
            throw new RefusedException(
                    "there are no sales in " + target.name() + ", and --layout " + layout.word() + " is made of them",
                    "enter some first, or use --layout tables");
        } else if (layout == Layout.INGEST) {
            files.addAll(tables.ingest());
        } else {
            files.addAll(layout.ofShop(run(() -> saleDays.shop(sql, keys, provenance.plan()))));
            if (provenance.plan() == null) {
                notes.add(layout.word() + ": what is known of the 28 days after the last one is left out: "
                        + "it is planned only where stores, products, calendar, prices and promotions are as The Forge made them, and no row is"
                        + " missing or somebody else's");
            }
        }
        if (withTruth) {
            files.add(truth(tables));
        }
        return files;
    }

    private ExportTable truth(DatabaseTables tables) {
        Plan plan = provenance.plan();
        if (plan != null) {
            return tables.truth(plan);
        }
        Set<String> present = run(() -> target.tables(sql));
        if (run(() -> AnswerKey.rows(sql, present)) == 0) {
            throw new RefusedException(
                    "there is no answer key to the rows in " + target.name() + ", and not all of them are The Forge's",
                    "leave --truth out");
        }
        if (run(() -> AnswerKey.isEarlier(sql, present))) {
            throw new RefusedException(
                    "in " + target.name() + " " + AnswerKey.EARLIER, "run --append first, or leave --truth out");
        }
        notes.add("truth: it covers the rows that The Forge made, as it made them");
        return tables.table(Table.TRUTH_DAILY);
    }

    private <T> T run(ReadFailed.Query<T> query) {
        try {
            return ReadFailed.asking(query);
        } catch (ReadFailed e) {
            throw BadValues.explain(target, sql, Table.SEVEN, e.failure());
        }
    }

    @Override
    public @Nullable Plan plan() {
        return provenance.plan();
    }

    @Override
    public @Nullable DateRange dateRange() {
        Plan plan = provenance.plan();
        return plan == null ? saleDays.dateRange() : plan.config().dateRange();
    }

    @Override
    public boolean isWhole() {
        return isWhole;
    }

    @Override
    public int[] pairs() {
        return pairs;
    }

    @Override
    public int days() {
        return Math.max(1, saleDays.days());
    }

    @Override
    public Map<Table, Long> unmanagedRows() {
        return provenance.unmanagedRows();
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public <C extends Chunk> TableTotals write(TableSink<C, IOException> sink, Consumer<RowWriter> rows)
            throws IOException {
        int[] storePlaces = keys.storePlaces();
        int[] productPlaces = keys.productPlaces();
        try {
            return SmallTableLoad.load(
                    new FingerprintWriter(keys.codes(), keys.skus()),
                    chunk -> new IdMappingWriter(chunk, storePlaces, productPlaces),
                    sink,
                    rows);
        } catch (ReadFailed e) {
            throw BadValues.explain(target, sql, Table.SEVEN, e.failure());
        }
    }

    @Override
    public SeriesPass series(Operational operational) {
        BlockReader reader = new BlockReader(queries, keys, saleDays.firstEpochDay(), days());
        return new SeriesPass() {
            @Override
            public List<TableTotals> pass(
                    int[] ofPass, List<SeriesOutput<?, IOException>> outputs, LongConsumer written) throws IOException {
                try {
                    return reader.pass(ofPass, outputs, written);
                } catch (ReadFailed e) {
                    throw BadValues.explain(target, sql, Table.SEVEN, e.failure());
                }
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }

    /** Returns the fingerprint on record for the rows that should be there; null where there is none, or rows of others are among them. */
    public @Nullable String recordedFingerprint() {
        return provenance.recorded();
    }

    @Override
    public @Nullable String fingerprint(Map<Table, TableFingerprint> whole, Operational operational) {
        String recorded = provenance.fingerprint();
        boolean isAsMade = recorded == null
                ? provenance.recorded() == null
                : recorded.equals(run(() -> provenance.fingerprintOf(whole, queries, keys)));
        if (isAsMade) {
            return recorded;
        }
        notes.add("the rows are not those that were made, so that they have no fingerprint: --verify says which");
        return null;
    }

    @Override
    public void close() {
        try {
            sql.connection().rollback();
            sql.close();
        } catch (SQLException e) {
            throw target.explain(e, false);
        }
    }
}
