package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.delete.Deletion.Scope;
import io.theforge.database.report.Check;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a deletion promises on every target. Each test starts with a database that does not exist or is empty. */
public abstract class DeleteContract extends SharedDatabase {
    @TempDir
    protected Path files;

    /** Runs a backup's SQL as the database's own client does: up to the first error. */
    protected abstract void restore(String sql) throws SQLException, IOException;

    private String fill(long seed) {
        return String.valueOf(warehouse()
                .withTruth()
                .fullNew(Shops.plan(seed, 2, 3, 40), Shops.WORK, Shops.SILENT)
                .fingerprint());
    }

    private OperationReport delete(Scope scope) {
        return warehouse().delete(new Deletion(scope, false, null), Shops.SILENT);
    }

    private static final String HOST_STORE = "INSERT INTO store (code, name) VALUES ('HOST', 'Of the host')";
    private static final String HOST_PRODUCT = "INSERT INTO product (sku, name) VALUES ('HOST', 'Of the host')";
    private static final String HOST_SALE = "INSERT INTO sales_daily"
            + " (date, store_id, product_id, quantity, unit_price, total_amount)"
            + " SELECT DATE '2024-01-05', s.id, p.id, 3, 1.50, 4.50 FROM store s, product p"
            + " WHERE s.code = 'HOST' AND p.sku = 'HOST'";

    /** Every value of every row of the seven tables and of the answer key, and which dates are ours. */
    private Map<String, List<String>> contents() throws SQLException {
        Map<String, List<String>> contents = new TreeMap<>();
        try (Connection host = host()) {
            List<String> tables = new ArrayList<>();
            boolean told = Sql.on(host)
                            .number("SELECT count(*) FROM information_schema.tables WHERE table_name = 'truth_daily'")
                    > 0;
            for (Table table : told ? List.of(Table.values()) : Table.SEVEN) {
                tables.add(table.qualifiedName());
            }
            for (String table : tables) {
                contents.put(
                        table,
                        Sql.on(host)
                                .list(
                                        row -> {
                                            StringBuilder line = new StringBuilder();
                                            int columns = row.getMetaData().getColumnCount();
                                            for (int i = 1; i <= columns; i++) {
                                                line.append(row.getString(i)).append('|');
                                            }
                                            return line.toString();
                                        },
                                        "SELECT * FROM " + table + " ORDER BY 1, 2, 3"));
            }
            contents.put(
                    "theforge.calendar_day", Sql.on(host).texts("SELECT date FROM theforge.calendar_day ORDER BY 1"));
        }
        return contents;
    }

    private void verified() {
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .isEmpty();
    }

    private static String text(Path backup) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(backup))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlanTellsExactlyWhatTheDeletionThenDoes(Scope scope) throws SQLException {
        fill(1);
        change(HOST_STORE, HOST_PRODUCT, HOST_SALE);
        Map<String, List<String>> before = contents();

        OperationReport planned = warehouse().planDelete(new Deletion(scope, false, null));

        assertThat(contents()).isEqualTo(before);
        assertThat(warehouse().status().runs()).hasSize(1);
        OperationReport done = delete(scope);
        assertThat(planned.outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(done.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(done.checks()).isNotEmpty().allMatch(check -> check.status() == Check.Status.PASSED);
        assertThat(done.unmanagedRows()).isEqualTo(planned.unmanagedRows());
        for (Table table : Table.SEVEN) {
            assertThat(done.tables().get(table))
                    .usingRecursiveComparison()
                    .ignoringFields("fingerprint")
                    .isEqualTo(planned.tables().get(table));
            assertThat(number("SELECT count(*) FROM " + table.sqlName()))
                    .isEqualTo(done.tables().get(table).rowsAfter());
        }
        assertThat(number("SELECT count(*) FROM sales_daily")).isEqualTo(1);
        assertThat(number("SELECT count(*) FROM store")).isEqualTo(scope == Scope.FACTS ? 3 : 1);
        assertThat(number("SELECT count(*) FROM calendar")).isEqualTo(scope == Scope.FACTS ? 40 : 1);
        assertThat(done.notes().toString().contains("facts that hang")).isEqualTo(scope == Scope.DIMENSIONS);
    }

    @Test
    void withoutItsFactsADatasetIsSoundAndCanBeMadeAnew() {
        fill(1);
        OperationReport deleted = delete(Scope.FACTS);

        DatabaseStatus status = warehouse().status();
        assertThat(status.fingerprint()).isEqualTo(deleted.fingerprint());
        assertThat(status.runs().get(0).operation()).isEqualTo("delete");
        assertThat(status.runs().get(0).configuration()).contains("--scope facts", "seed: 1");
        assertThat(status.managedRows()).containsEntry(Table.STORE, 2L).containsEntry(Table.SALES_DAILY, 0L);
        verified();
        String made = fill(2);
        assertThat(warehouse().status().fingerprint()).isEqualTo(made);
        verified();
    }

    @Test
    void aRowThatComesToAStoreOfOursAfterItsFactsAreGoneIsNotOurs() throws SQLException {
        fill(1);
        delete(Scope.FACTS);
        change("INSERT INTO promotion (product_id, name, start_date, end_date)"
                + " SELECT min(id), 'host', DATE '2024-01-01', DATE '2024-01-02' FROM product");

        assertThat(delete(Scope.FACTS).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThatThrownBy(() -> delete(Scope.ALL))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("1 row of promotion");
        assertThat(number("SELECT count(*) FROM store")).isEqualTo(2);
    }

    @Test
    void deletingTwiceDoesNothingTheSecondTime() {
        fill(1);
        delete(Scope.ALL);

        OperationReport again = delete(Scope.DIMENSIONS);

        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.runId()).isNull();
        assertThat(warehouse().status().fingerprint()).as("of no rows").isNull();
        assertThat(warehouse().status().runs()).hasSize(2);
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
        fill(1);
        verified();
    }

    @Test
    void whereNothingIsNothingIsCreated() {
        assertThat(warehouse().planDelete(new Deletion(Scope.ALL, true, null)).outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(delete(Scope.ALL).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(warehouse().status().exists()).isFalse();
    }

    @Test
    void rowsThatDependOnOursRefuseAndDatesDoNot() throws SQLException {
        fill(1);
        change(
                "CREATE TABLE host_notes (store_id integer REFERENCES store (id), day date REFERENCES calendar (date))",
                "INSERT INTO host_notes SELECT min(id), DATE '2024-01-07' FROM store");
        Map<String, List<String>> before = contents();

        assertThatThrownBy(() -> delete(Scope.ALL))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("1 row of host_notes")
                .hasMessageContaining("store");
        assertThatThrownBy(() -> warehouse().planDelete(new Deletion(Scope.ALL, true, null)))
                .isInstanceOf(RefusedException.class);
        assertThat(contents()).isEqualTo(before);

        assertThat(delete(Scope.FACTS).outcome()).isEqualTo(Outcome.COMPLETED);
        change("UPDATE host_notes SET store_id = NULL");
        assertThat(delete(Scope.ALL).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(number("SELECT count(*) FROM calendar WHERE date = DATE '2024-01-07'"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM calendar")).isEqualTo(1);
        fill(1);
        verified();
    }

    @Test
    void rowsOfOthersGoOnlyWhenAskedForAndAreCountedApart() throws SQLException, IOException {
        fill(1);
        change(HOST_STORE, HOST_PRODUCT, HOST_SALE);
        change("INSERT INTO promotion (product_id, name, start_date, end_date)"
                + " SELECT min(id), 'host', DATE '2024-01-01', DATE '2024-01-02' FROM product");
        Map<String, List<String>> before = contents();
        Path backup = files.resolve("backup.sql.gz");

        OperationReport done = warehouse().delete(new Deletion(Scope.ALL, true, backup), Shops.SILENT);

        assertThat(done.unmanagedDeleted()).isEqualTo(4);
        assertThat(done.unmanagedRows()).isZero();
        for (Table table : Table.SEVEN) {
            assertThat(number("SELECT count(*) FROM " + table.sqlName())).isZero();
        }
        restore(text(backup));
        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aBackupBringsBackEveryValueAndWhatIsOnRecord(Scope scope) throws SQLException, IOException {
        String fingerprint = fill(1);
        change(
                "ALTER TABLE promotion ADD COLUMN host_note varchar",
                "UPDATE promotion SET host_note = 'it''s \\ a\ttab; \u00e9\n\\.' WHERE id % 2 = 0",
                "ALTER TABLE store ADD COLUMN \"Since\" date DEFAULT DATE '1999-12-31'",
                "UPDATE store SET created_at = TIMESTAMPTZ '2001-02-03 04:05:06.789012+00'");
        Map<String, List<String>> before = contents();
        Path backup = files.resolve("backup.sql.gz");

        OperationReport deleted = warehouse().delete(new Deletion(scope, false, backup), Shops.SILENT);

        assertThat(deleted.outcome()).isEqualTo(Outcome.COMPLETED);
        if (Files.getFileStore(backup).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(backup))
                    .as("nobody else's to read")
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
        assertThat(contents()).isNotEqualTo(before);
        change("INSERT INTO store (code, name) VALUES ('HOST', 'Of the host')");
        long hostId = number("SELECT id FROM store WHERE code = 'HOST'");
        assertThat(hostId).as("ids go on behind those that were deleted").isEqualTo(3);
        change("DELETE FROM store WHERE code = 'HOST'");

        restore(text(backup));

        assertThat(contents()).isEqualTo(before);
        DatabaseStatus status = warehouse().status();
        assertThat(status.fingerprint()).isEqualTo(fingerprint);
        assertThat(status.managedRows()).isEqualTo(status.rows());
        assertThat(status.runs()).extracting(DatabaseStatus.Run::operation).contains("restore", "delete", "full-new");
        verified();
        assertThatThrownBy(() -> restore(text(backup)))
                .hasStackTraceContaining("nothing restored: the rows that run 2 deleted are here already");
        assertThat(contents()).isEqualTo(before);
        assertThat(delete(scope).tables().get(Table.SALES_DAILY).deleted())
                .isEqualTo(deleted.tables().get(Table.SALES_DAILY).deleted());
    }

    @Test
    void twoBackupsBringBackTwoDeletionsInReverse() throws SQLException, IOException {
        String fingerprint = fill(1);
        Map<String, List<String>> before = contents();
        Path facts = files.resolve("facts.sql.gz");
        Path rest = files.resolve("rest.sql.gz");
        warehouse().delete(new Deletion(Scope.FACTS, false, facts), Shops.SILENT);
        warehouse().delete(new Deletion(Scope.ALL, false, rest), Shops.SILENT);

        restore(text(rest));
        verified();
        restore(text(facts));

        assertThat(contents()).isEqualTo(before);
        assertThat(warehouse().status().fingerprint()).isEqualTo(fingerprint);
        verified();
        AppendRequest nextMonth = new AppendRequest(null, null, null, false);
        assertThat(warehouse().append(nextMonth, Shops.WORK, Shops.SILENT).outcome())
                .isEqualTo(Outcome.COMPLETED);
        verified();
    }

    @Test
    void aBackupIsNotRestoredOverANewDataset() throws SQLException, IOException {
        fill(1);
        Path backup = files.resolve("backup.sql.gz");
        warehouse().delete(new Deletion(Scope.ALL, false, backup), Shops.SILENT);
        fill(2);
        Map<String, List<String>> before = contents();

        assertThatThrownBy(() -> restore(text(backup))).hasStackTraceContaining("a new dataset has taken");

        assertThat(contents()).isEqualTo(before);
        change("DELETE FROM theforge.run_table WHERE run_id = 2", "DELETE FROM theforge.run WHERE id = 2");
        assertThatThrownBy(() -> restore(text(backup))).hasStackTraceContaining("is not on record in this database");
    }

    @Test
    void withoutABackupThatIsAskedForNothingIsDeleted() throws SQLException, IOException {
        fill(1);
        Map<String, List<String>> before = contents();
        Path there = Files.writeString(files.resolve("there"), "mine");

        assertThatThrownBy(() -> warehouse().delete(new Deletion(Scope.ALL, false, there), Shops.SILENT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("exists already");
        assertThatThrownBy(() ->
                        warehouse().delete(new Deletion(Scope.ALL, false, files.resolve("no/folder.gz")), Shops.SILENT))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("folder.gz could not be written")
                .hasMessageContaining("its folder does not exist");

        assertThat(there).hasContent("mine");
        assertThat(contents()).isEqualTo(before);
        assertThat(warehouse().status().runs()).hasSize(1);
    }

    @Test
    void aFailureOnTheWayLeavesEverythingAsItWasAndNoBackup() throws SQLException, IOException {
        fill(1);
        Map<String, List<String>> before = contents();
        for (String step : List.of("writing the backup", "deleting")) {
            for (boolean atItsEnd : List.of(false, true)) {
                Deletion deletion = new Deletion(Scope.ALL, false, files.resolve("backup.sql.gz"));
                assertThatThrownBy(() -> warehouse().delete(deletion, breakingAt(step, atItsEnd)))
                        .hasMessage("broken on purpose");
                assertThat(contents()).isEqualTo(before);
                try (var left = Files.list(files)) {
                    assertThat(left.filter(file -> file.getFileName().toString().startsWith("backup")))
                            .isEmpty();
                }
            }
        }
        assertThat(delete(Scope.ALL).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    private static Progress breakingAt(String step, boolean atItsEnd) {
        return new Progress() {
            private String current = "";

            @Override
            public void begin(String name, @Nullable Long rows) {
                current = name;
                breakIf(!atItsEnd);
            }

            @Override
            public void advance(long rows) {}

            @Override
            public void end() {
                breakIf(atItsEnd);
            }

            private void breakIf(boolean now) {
                if (now && current.equals(step)) {
                    throw new IllegalStateException("broken on purpose");
                }
            }
        };
    }
}
