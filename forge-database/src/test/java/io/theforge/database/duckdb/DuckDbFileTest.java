package io.theforge.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to a file. */
class DuckDbFileTest {
    @TempDir
    Path folder;

    @TempDir
    Path libraries;

    private Path file() {
        return folder.resolve("forge.duckdb");
    }

    private static Plan small(long seed) {
        return Shops.plan(seed, 3, 4, 90);
    }

    private static Warehouse at(Path file) {
        return Warehouse.of(new DatabaseUrl(file, null));
    }

    private @Nullable String fill(Plan plan) {
        return at(file()).fullNew(plan, Shops.WORK, Shops.SILENT).fingerprint();
    }

    private @Nullable String recorded() {
        return at(file()).status().fingerprint();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private Connection host() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:" + file());
    }

    private static void waitUntilThere(Process process) throws IOException {
        assertThat(new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                        .readLine())
                .isEqualTo("here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"removing the earlier dataset", "store", "sales_daily", "inventory_snapshot_daily", "checking"})
    void aRunThatIsKilledLeavesTheOldFileWholeAndTheNextRunCleansUp(String step) throws Exception {
        String before = fill(small(1));
        Process process = FillAndHalt.start(file(), libraries, step);
        waitUntilThere(process);
        process.destroyForcibly().waitFor();

        assertThat(recorded()).isEqualTo(before);
        String after = fill(small(2));
        assertThat(recorded()).isEqualTo(after).isNotEqualTo(before);
        assertThat(files()).containsExactly("forge.duckdb", "forge.duckdb.lock");
    }

    @Test
    void aFirstRunThatIsKilledLeavesNoDatabase() throws Exception {
        Process process = FillAndHalt.start(file(), libraries, "sales_daily");
        waitUntilThere(process);
        process.destroyForcibly().waitFor();

        assertThat(file()).doesNotExist();
        assertThat(at(file()).status().exists()).isFalse();
        assertThat(fill(small(2))).isEqualTo(recorded());
    }

    @Test
    void twoOperationsAtOnceAreRefusedAndNobodyElseCanWriteMeanwhile() throws Exception {
        String before = fill(small(1));
        Process process = FillAndHalt.start(file(), libraries, "sales_daily");
        try {
            waitUntilThere(process);
            assertThatThrownBy(() -> fill(small(2)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("another operation");
            assertThatThrownBy(this::host).hasMessageContaining("lock");
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(recorded()).isEqualTo(before);
    }

    @Test
    void aFileThatIsOpenElsewhereIsNamedWithTheProgramThatHasIt() throws Exception {
        fill(small(1));
        try (Connection inUse = host()) {
            assertThatThrownBy(() -> fill(small(2)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("is in use by");
        }
        assertThat(files()).containsExactly("forge.duckdb", "forge.duckdb.lock");
    }

    @Test
    void theLogOfACrashedProgramIsReplayedAndNotInherited() throws Exception {
        fill(small(1));
        try (Connection host = host()) {
            Sql.on(host).run("PRAGMA disable_checkpoint_on_shutdown");
            Sql.on(host).run("INSERT INTO store (code, name) VALUES ('HOST-1', 'Of the host')");
        }
        assertThat(files()).contains("forge.duckdb.wal");

        fill(small(2));

        assertThat(files()).containsExactly("forge.duckdb", "forge.duckdb.lock");
        try (Connection host = host()) {
            assertThat(Sql.on(host).number("SELECT count(*) FROM store WHERE code = 'HOST-1'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aLogWithoutItsDatabaseIsRefused() throws IOException {
        Files.writeString(folder.resolve("forge.duckdb.wal"), "whatever");
        assertThatThrownBy(() -> fill(small(1)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("forge.duckdb.wal");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileThatIsNoDatabaseIsExplainedAndLeftAlone() throws IOException {
        String text = "dear diary ".repeat(2000);
        Files.writeString(file(), text);
        assertThatThrownBy(() -> fill(small(1)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("is not a DuckDB file");
        assertThatThrownBy(() -> at(file()).status()).hasMessageContaining("is not a DuckDB file");
        assertThat(file()).hasContent(text);
    }

    @Test
    void aTornFileIsExplainedAndLeftAlone() throws IOException {
        fill(small(1));
        byte[] half = java.util.Arrays.copyOf(Files.readAllBytes(file()), 6000);
        Files.write(file(), half);
        assertThatThrownBy(() -> fill(small(2)))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("damaged");
        assertThat(file()).hasBinaryContent(half);
    }

    @Test
    void anEmptyFileIsNoDatabaseYet() throws IOException {
        Files.createFile(file());
        assertThat(at(file()).status().exists()).isFalse();
        assertThat(fill(small(1))).isEqualTo(recorded());
    }

    @Test
    void aFolderInItsPlaceIsExplained() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(() -> fill(small(1))).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> at(file()).status()).hasMessageContaining("is a folder");
    }

    @Test
    void aFolderThatCannotBeMadeIsExplained() throws IOException {
        Path plainFile = Files.createFile(folder.resolve("plain"));
        assertThatThrownBy(() -> at(plainFile.resolve("deeper").resolve("forge.duckdb"))
                        .fullNew(small(1), Shops.WORK, Shops.SILENT))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("cannot");
    }

    @Test
    void lookingCreatesNothing() throws IOException {
        Path missing = folder.resolve(".forge").resolve("forge.duckdb");
        assertThat(at(missing).status().exists()).isFalse();
        assertThat(at(missing).planFullNew(small(1)).outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(files()).isEmpty();
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("data.duckdb");
        Files.createFile(real);
        Files.createSymbolicLink(file(), real);
        fill(small(1));
        assertThat(file()).isSymbolicLink();
        assertThat(Files.size(real)).isPositive();
    }

    @Test
    void definitionsOfOthersSurvive() throws Exception {
        fill(small(1));
        try (Connection host = host()) {
            Sql.on(host).run("CREATE SCHEMA host");
            Sql.on(host).run("CREATE MACRO host.twice(x) AS 2 * x");
            Sql.on(host).run("CREATE TYPE mood AS ENUM ('good', 'bad')");
            Sql.on(host).run("CREATE INDEX host_index ON product (category)");
            Sql.on(host).run("COMMENT ON TABLE store IS 'of the host'");
        }
        fill(small(2));
        try (Connection host = host()) {
            assertThat(Sql.on(host).number("SELECT host.twice(21)")).isEqualTo(42);
            assertThat(Sql.on(host).number("SELECT count(*) FROM duckdb_indexes() WHERE index_name = 'host_index'"))
                    .isEqualTo(1);
            assertThat(Sql.on(host).texts("SELECT comment FROM duckdb_tables() WHERE table_name = 'store'"))
                    .containsExactly("of the host");
            assertThat(Sql.on(host).texts("SELECT CAST('good' AS mood)")).containsExactly("good");
        }
    }

    @Test
    void somebodyElsesFileIsFilledBesideWhatItHolds() throws Exception {
        try (Connection host = host()) {
            Sql.on(host).run("CREATE TABLE host_table AS SELECT 7 AS seven");
        }
        assertThat(fill(small(1))).isEqualTo(recorded());
        try (Connection host = host()) {
            assertThat(Sql.on(host).number("SELECT seven FROM host_table")).isEqualTo(7);
        }
    }

    @Test
    void tablesThatDoNotFitAreRefusedBeforeAnythingIsWritten() throws Exception {
        fill(small(1));
        try (Connection host = host()) {
            Sql.on(host).run("ALTER TABLE promotion DROP COLUMN discount_amount");
        }
        assertThatThrownBy(() -> fill(small(2))).hasMessageContaining("promotion.discount_amount is missing");
    }

    @Test
    void moreRowsThanOnePieceAllArrive() {
        Plan plan = Shops.plan(1, 20, 30, 366);
        assertThat(fill(plan)).isEqualTo(recorded());
        assertThat(at(file()).status().rows()).containsEntry(Table.INVENTORY_SNAPSHOT_DAILY, 20L * 30 * 366);
    }

    @Test
    void filesCanBeOpenedByClientsFromDuckDb12On() throws Exception {
        fill(small(1));
        byte[] header = Files.readAllBytes(file());
        assertThat(header[12]).as("storage version of DuckDB 1.2").isEqualTo((byte) 65);
    }
}
