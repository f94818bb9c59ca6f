package io.theforge.database.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no DuckDB file of ours to read is told as what it is, and stays. */
class OtherFilesTest {
    private static final int VERSION_AT = 12;
    private static final int HEADER_BYTES = 4096;

    @TempDir
    Path folder;

    private void refused(Path file, String... words) throws Exception {
        Warehouse warehouse = Warehouse.of(DatabaseUrl.parse("duckdb:" + file, folder));
        byte[] before = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];

        assertThatThrownBy(warehouse::status)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContainingAll(words);
        assertThatThrownBy(() -> warehouse.fullNew(Shops.plan(1, 1, 1, 2), Shops.WORK, Shops.SILENT))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContainingAll(words);
        if (Files.isRegularFile(file)) {
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQLite format 3\\0                     | is not a DuckDB file, but one of SQLite",
                "PAR1                                   | is not a DuckDB file",
                "date,store_code                        | is not a DuckDB file",
                "x                                      | is not a DuckDB file",
            })
    void aFileOfSomethingElseIsNamed(String begin, String told) throws Exception {
        byte[] text = begin.translateEscapes().getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("other.db"), Arrays.copyOf(text, text.length == 1 ? 1 : HEADER_BYTES));

        refused(file, "other.db " + told);
    }

    @Test
    void aPipeIsNotReplacedByAFile() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        refused(pipe, "pipe is a device or a pipe, not a database file");
        assertThat(Files.exists(pipe) && !Files.isRegularFile(pipe)).isTrue();
    }

    @Test
    void anEncryptedFileIsNamed() throws Exception {
        Path file = folder.resolve("secret.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET force_mbedtls_unsafe = 'true'");
            statement.execute("ATTACH '" + file + "' AS secret (ENCRYPTION_KEY 'key')");
            statement.execute("CREATE TABLE secret.t AS SELECT 1 AS i");
            statement.execute("DETACH secret");
        }

        refused(file, "secret.duckdb is an encrypted DuckDB file");
    }

    @ParameterizedTest
    @CsvSource({"99,a newer DuckDB", "30,an older DuckDB"})
    void aFileOfAnotherTimeIsNamed(long version, String told) throws Exception {
        Path file = folder.resolve("other.duckdb");
        Warehouse warehouse = Warehouse.of(DatabaseUrl.parse("duckdb:" + file, folder));
        warehouse.fullNew(Shops.plan(1, 1, 1, 2), Shops.WORK, Shops.SILENT);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(VERSION_AT, version);
        bytes.putLong(0, checksum(bytes));
        Files.write(file, bytes.array());

        refused(file, "was written by " + told);
    }

    /** As DuckDB makes it for a block. */
    private static long checksum(ByteBuffer bytes) {
        long sum = 5381;
        for (int at = Long.BYTES; at < HEADER_BYTES; at += Long.BYTES) {
            sum ^= bytes.getLong(at) * 0xbf58476d1ce4e5b9L;
        }
        return sum;
    }
}
