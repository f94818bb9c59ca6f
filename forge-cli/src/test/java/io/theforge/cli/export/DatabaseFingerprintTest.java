package io.theforge.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a database, against its record. */
class DatabaseFingerprintTest {
    private static final String URL = "duckdb:.forge/forge.duckdb";

    @TempDir
    Path folder;

    private String made;

    @BeforeEach
    void fill() {
        made = Ran.in(folder, "--full-new --confirm --json --stores 2 --products 3 --end-date 2024-02-29".split(" "))
                .json()
                .get("fingerprint")
                .asText();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/forge.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void isThatOfTheRunThatMadeThem() {
        Ran ran = Ran.in(folder, "fingerprint", URL, "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("fingerprint").asText()).isEqualTo(made);
        assertThat(ran.json().get("recorded_fingerprint").asText()).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE sales_daily SET quantity = quantity + 1 WHERE id = 5",
                "DELETE FROM inventory_snapshot_daily WHERE id = 5",
                "UPDATE store SET city = 'Elsewhere' WHERE id = 1"
            })
    void ofChangedRowsIsNotTheOneOnRecord(String sql) throws SQLException {
        change(sql);
        Ran ran = Ran.in(folder, "fingerprint", URL, "--json");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(4);
        assertThat(ran.json().get("fingerprint").asText()).isNotEqualTo(made);
        assertThat(ran.json().at("/error/message").asText())
                .startsWith("the rows have the fingerprint ")
                .endsWith(", and " + made + " is on record");
        assertThat(ran.json().at("/error/remedy").asText()).contains("./forge --verify");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet"})
    void aTableAloneWhoseIdsOnlyTheDatabaseKnowsIsComparedWithItsChecksum(String format) throws SQLException {
        change("UPDATE sales_daily SET quantity = quantity + 1 WHERE id = 5");
        Ran export = Ran.in(
                folder, "export", "--format", format, "--out", "part", "--tables", "sales_daily", "--from-database");
        assertThat(export.exit()).as(export.err()).isZero();
        Ran ran = Ran.in(folder, "fingerprint", "part");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("sales_daily is compared with its checksum alone", "1 file as the manifest says");
    }

    @Test
    void withRowsOfOthersIsThatOfAllAndSaysSo() throws SQLException {
        change("INSERT INTO store (id, code, name) VALUES (900, 'X1', 'Corner')");
        Ran ran = Ran.in(folder, "fingerprint", URL, "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("fingerprint").asText()).isNotEqualTo(made);
        assertThat(ran.json().get("recorded_fingerprint").isNull()).isTrue();
        assertThat(ran.json().get("notes").toString()).contains("1 of these rows");
    }
}
