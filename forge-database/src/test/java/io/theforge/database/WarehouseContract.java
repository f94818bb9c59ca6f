package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.Operational;
import io.theforge.database.report.Check;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every target promises. Each test starts with a database that does not exist or is empty. */
public abstract class WarehouseContract extends SharedDatabase {

    private static Plan small(long seed) {
        return Shops.plan(seed, 3, 4, 90);
    }

    protected final OperationReport fill(Plan plan) {
        return warehouse().fullNew(plan, Shops.WORK, Shops.SILENT);
    }

    /** What the plan's rows add up to when nothing but the generator is asked. */
    protected static String computed(Plan plan) {
        Map<Table, TableFingerprint> fingerprints = new EnumMap<>(Table.class);
        TableRows rows = new TableRows(plan);
        SeriesGenerator generator = new SeriesGenerator(plan);
        SeriesBlock block = new SeriesBlock(plan.days());
        for (Table table : Table.SEVEN) {
            FingerprintWriter writer = new FingerprintWriter(plan);
            if (table.isSeries()) {
                for (int pair = 0; pair < plan.pairs(); pair++) {
                    generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
                    rows.writeSeries(table, block, writer);
                }
            } else {
                rows.write(table, writer);
            }
            fingerprints.put(table, writer.fingerprint());
        }
        return new DatasetFingerprint(fingerprints).toString();
    }

    @Test
    void fillsAllSevenTablesAndTellsTheFingerprintOfWhatItMade() throws SQLException {
        Plan plan = small(1);

        OperationReport report = fill(plan);

        assertThat(report.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(report.fingerprint()).isEqualTo(computed(plan));
        assertThat(report.checks()).isNotEmpty().allMatch(check -> check.status() == Check.Status.PASSED);
        DatabaseStatus status = warehouse().status();
        for (Table table : Table.SEVEN) {
            OperationReport.TableChange change = report.tables().get(table);
            assertThat(change).isNotNull();
            assertThat(number("SELECT count(*) FROM " + table.sqlName())).isEqualTo(change.rowsAfter());
            assertThat(status.rows()).containsEntry(table, change.rowsAfter());
            assertThat(status.managedRows()).containsEntry(table, change.rowsAfter());
        }
        assertThat(status.fingerprint()).isEqualTo(report.fingerprint());
        assertThat(status.firstDay()).isEqualTo("2024-01-01");
        assertThat(status.lastDay()).isEqualTo("2024-03-30");
    }

    @Test
    void aSecondRunReplacesTheFirst() throws SQLException {
        fill(small(1));
        OperationReport second = fill(small(2));

        assertThat(warehouse().status().fingerprint())
                .isEqualTo(second.fingerprint())
                .isEqualTo(computed(small(2)));
        assertThat(warehouse().status().runs()).hasSize(2);
        assertThat(number("SELECT count(*) FROM store")).isEqualTo(3);
        assertThat(fill(small(1)).fingerprint()).isEqualTo(computed(small(1)));
        assertThat(second.tables().values()).allMatch(change -> change.deleted() == change.rowsBefore());
    }

    @Test
    void aSmallerDatasetReplacesALargerOneAndTheOtherWayRound() {
        Plan large = Shops.plan(1, 6, 9, 182);
        fill(large);
        fill(small(1));
        assertThat(fill(large).fingerprint()).isEqualTo(computed(large));
    }

    @Test
    void workersAndBatchesDoNotChangeTheData() {
        String one = String.valueOf(warehouse()
                .fullNew(small(3), new Operational(1, 1), Shops.SILENT)
                .fingerprint());
        assertThat(warehouse()
                        .fullNew(small(3), new Operational(4, 100_000), Shops.SILENT)
                        .fingerprint())
                .isEqualTo(one);
    }

    @Test
    void planningTellsWhatWouldHappenAndWritesNothing() {
        assertThat(warehouse().planFullNew(small(1)).outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(warehouse().status().exists()).isFalse();

        OperationReport first = fill(small(1));
        OperationReport planned = warehouse().planFullNew(small(2));
        OperationReport second = fill(small(2));

        assertThat(planned.tables().keySet()).isEqualTo(second.tables().keySet());
        planned.tables().forEach((table, change) -> {
            OperationReport.TableChange done = second.tables().get(table);
            assertThat(done).isNotNull();
            assertThat(change.rowsBefore()).isEqualTo(done.rowsBefore());
            assertThat(change.deleted()).isEqualTo(done.deleted());
        });
        assertThat(planned.runId()).isNull();
        assertThat(first.runId()).isNotNull();
    }

    @Test
    void rowsOfOthersTheirTablesAndViewsSurvive() throws SQLException {
        fill(small(1));
        change(
                "INSERT INTO store (code, name) VALUES ('HOST-1', 'Of the host')",
                "INSERT INTO product (sku, name, base_price) VALUES ('HOST-SKU', 'Of the host', 4.99)",
                "INSERT INTO sales_daily (date, store_id, product_id, quantity, unit_price, total_amount)"
                        + " SELECT DATE '2024-02-01', s.id, p.id, 3, 4.99, 14.97 FROM store s, product p"
                        + " WHERE s.code = 'HOST-1' AND p.sku = 'HOST-SKU'",
                "CREATE TABLE host_notes (note varchar, day date REFERENCES calendar (date))",
                "INSERT INTO host_notes VALUES ('kept', DATE '2024-01-05')",
                "CREATE VIEW host_view AS SELECT count(*) AS stores FROM store");

        OperationReport report = fill(Shops.plan(2, 2, 2, 3));

        assertThat(report.unmanagedRows()).isGreaterThanOrEqualTo(3);
        assertThat(number("SELECT stores FROM host_view")).isEqualTo(3);
        assertThat(number("SELECT count(*) FROM host_notes WHERE note = 'kept'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM sales_daily WHERE quantity = 3 AND total_amount = 14.97"
                        + " AND store_id = (SELECT id FROM store WHERE code = 'HOST-1')"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM calendar WHERE date IN (DATE '2024-02-01', DATE '2024-01-05')"))
                .as("dates that others refer to stay")
                .isEqualTo(2);
        assertThat(number("SELECT count(*) FROM calendar")).isEqualTo(5);
    }

    @Test
    void aRowOfOthersAboutAStoreOfOursRefusesAndChangesNothing() throws SQLException {
        String before = String.valueOf(fill(small(1)).fingerprint());
        change("INSERT INTO promotion (product_id, store_id, name, start_date, end_date)"
                + " SELECT min(p.id), min(s.id), 'host', DATE '2024-01-01', DATE '2024-01-02' FROM product p, store s");
        assertThatThrownBy(() -> fill(small(2))).isInstanceOf(RefusedException.class);
        assertThat(warehouse().status().fingerprint()).isEqualTo(before);
        assertThat(number("SELECT count(*) FROM promotion WHERE name = 'host'")).isEqualTo(1);
    }

    @Test
    void rowsOfOthersGoWhenTheyAreIncludedAndAreCountedAndNamedBefore() throws SQLException {
        fill(small(1));
        change(
                "INSERT INTO store (code, name) VALUES ('"
                        + small(2).stores().get(0).code() + "X', 'Of the host')",
                "INSERT INTO calendar (date, day_of_week, month, quarter, year, is_holiday)"
                        + " VALUES (DATE '2030-01-01', 1, 1, 1, 2030, false)",
                "INSERT INTO promotion (product_id, store_id, name, start_date, end_date) SELECT min(p.id), min(s.id),"
                        + " 'host', DATE '2024-01-01', DATE '2024-01-02' FROM product p, store s");
        assertThatThrownBy(() -> fill(small(2))).isInstanceOf(RefusedException.class);

        OperationReport planned = warehouse().includingUnmanaged().planFullNew(small(2));
        OperationReport done = warehouse().includingUnmanaged().fullNew(small(2), Shops.WORK, Shops.SILENT);

        assertThat(planned.notes()).anyMatch(note -> note.endsWith("1 of store, 1 of calendar, 1 of promotion"));
        assertThat(done.notes()).containsAll(planned.notes());
        assertThat(done.unmanagedRows()).isZero();
        done.tables().forEach((table, change) -> {
            assertThat(change.deleted()).as(table.sqlName()).isEqualTo(change.rowsBefore());
            assertThat(planned.tables().get(table))
                    .usingRecursiveComparison()
                    .ignoringFields("fingerprint")
                    .isEqualTo(change);
        });
        assertThat(done.fingerprint()).isEqualTo(computed(small(2)));
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
    }

    @Test
    void includedRowsThatAnotherTableRefersToAreStillAReasonToRefuse() throws SQLException {
        fill(small(1));
        change(
                "INSERT INTO store (code, name) VALUES ('HOST-1', 'Of the host')",
                "CREATE TABLE host_notes (note varchar, home integer REFERENCES store (id))",
                "INSERT INTO host_notes SELECT 'kept', id FROM store WHERE code = 'HOST-1'");

        assertThatThrownBy(() -> warehouse().includingUnmanaged().planFullNew(small(2)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("host_notes");
        assertThatThrownBy(() -> warehouse().includingUnmanaged().fullNew(small(2), Shops.WORK, Shops.SILENT))
                .isInstanceOf(RefusedException.class);
        assertThat(warehouse().status().fingerprint()).isEqualTo(computed(small(1)));
        assertThat(number("SELECT count(*) FROM host_notes")).isEqualTo(1);
    }

    @Test
    void rowsInsertedAfterwardsGetIdsOfTheirOwn() throws SQLException {
        fill(small(1));
        fill(small(2));
        change("INSERT INTO store (code, name) VALUES ('HOST-1', 'Of the host')");
        assertThat(number("SELECT count(*) FROM store WHERE code = 'HOST-1' AND id > (SELECT max(id) FROM store"
                        + " WHERE code <> 'HOST-1')"))
                .isEqualTo(1);
    }

    @Test
    void aLaterColumnOfTheHostIsLeftToItsDefault() throws SQLException {
        fill(small(1));
        change("ALTER TABLE promotion ADD COLUMN host_note varchar DEFAULT 'standard'");
        fill(small(2));
        assertThat(number("SELECT count(*) FROM promotion WHERE host_note = 'standard'"))
                .isEqualTo(number("SELECT count(*) FROM promotion"));
    }

    /** Every second article is sold off before it leaves: its shelf is empty for weeks, and that is no stockout. */
    @Test
    void stockoutsAreCountedOnTheDaysOnTheShelf() {
        fill(Plan.of(ConfigReader.parse("""
                        dimensions: {stores: {count: 4}, products: {count: 40}}
                        date_range: {start: 2023-01-01, end: 2023-12-31}
                        retail: {stockout_probability: 0.05}
                        absences: {series_probability: 0.6, cleared_share: 0.5}
                        """, "f").resolve(Overrides.NONE)));

        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .isEmpty();
    }

    @Test
    void aSecondForgeIsRefusedWhileOneIsAtWork() {
        fill(small(1));
        List<Throwable> met = new ArrayList<>();
        Progress intruding = new Progress() {
            @Override
            public void begin(String step, @Nullable Long rows) {
                if (step.equals("sales_daily")) {
                    met.add(catchThrowable(() -> fill(small(3))));
                    met.add(catchThrowable(() -> warehouse().protect()));
                }
            }

            @Override
            public void advance(long rows) {}

            @Override
            public void end() {}
        };

        OperationReport report = warehouse().fullNew(small(2), Shops.WORK, intruding);

        assertThat(met)
                .hasSize(2)
                .allSatisfy(thrown -> assertThat(thrown)
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("another operation"));
        assertThat(report.fingerprint()).isEqualTo(computed(small(2)));
        assertThat(warehouse().status().runs()).hasSize(2);
    }

    @Test
    void everyRunIsRecordedWithWhoWhenAndHowMuch() {
        assertThat(warehouse().runs()).isEmpty();
        OperationReport first = fill(small(1));
        OperationReport second = fill(small(2));

        List<DatabaseStatus.Run> runs = warehouse().runs();

        assertThat(runs)
                .extracting(DatabaseStatus.Run::fingerprint)
                .containsExactly(second.fingerprint(), first.fingerprint());
        DatabaseStatus.Run last = runs.get(0);
        assertThat(last.operation()).isEqualTo("full-new");
        assertThat(last.seed()).isEqualTo(2);
        assertThat(last.osUser()).isEqualTo(System.getProperty("user.name"));
        assertThat(last.startedAt()).isBeforeOrEqualTo(last.finishedAt());
        assertThat(last.peakMemoryBytes()).isPositive();
        assertThat(last.rows()).hasSize(7);
        second.tables()
                .forEach((table, change) -> assertThat(last.rows())
                        .containsEntry(table, new DatabaseStatus.RunRows(change.inserted(), change.deleted())));
        assertThat(Plan.of(ConfigReader.parse(last.configuration(), "record").resolve(Overrides.NONE))
                        .config())
                .isEqualTo(small(2).config());
    }

    @Test
    void aFailureOnTheWayLeavesEverythingAsItWas() {
        String before = String.valueOf(fill(small(1)).fingerprint());
        Progress breaking = new Progress() {
            @Override
            public void begin(String step, @Nullable Long rows) {}

            @Override
            public void advance(long rows) {
                if (rows > 90) {
                    throw new IllegalStateException("broken on purpose");
                }
            }

            @Override
            public void end() {}
        };
        assertThatThrownBy(() -> warehouse().fullNew(small(2), Shops.WORK, breaking))
                .hasMessage("broken on purpose");
        assertThat(warehouse().status().fingerprint()).isEqualTo(before);
        assertThat(fill(small(2)).fingerprint()).isEqualTo(computed(small(2)));
    }

    @Test
    void whatItMadePassesEveryCheckAndACorruptedRowIsFound() throws SQLException {
        fill(small(1));

        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .isEmpty();

        change("UPDATE sales_daily SET unit_price = unit_price + 1 WHERE id = (SELECT min(id) FROM sales_daily)");

        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .extracting(Check::name)
                .containsExactly(
                        "sales_daily.price_reproduced",
                        "sales_daily.total_amount",
                        "sales_daily.fingerprint",
                        "database.fingerprint");
    }
}
