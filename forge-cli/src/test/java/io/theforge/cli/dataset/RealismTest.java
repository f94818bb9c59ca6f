package io.theforge.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealismTest {
    @TempDir
    Path folder;

    @Test
    void theCardFollowsTheChecksAndPromisesNothingWithoutAScenario() {
        Ran made = Ran.in(folder, "--full-new", "--stores", "2", "--products", "4", "--confirm");
        assertThat(made.exit()).as(made.err()).isZero();

        Ran card = Ran.in(folder, "--verify", "--realism");
        assertThat(card.exit()).as(card.err()).isZero();
        assertThat(card.out()).contains("sound: ", "zero_share", "elasticity_per_series", "stock_cover_days");
        JsonNode json = Ran.in(folder, "--verify", "--realism", "--json").json();
        assertThat(json.get("passed").asBoolean()).isTrue();
        assertThat(json.get("realism")).isNotEmpty();
        assertThat(Ran.in(folder, "--status", "--realism").exit()).isEqualTo(2);
    }

    @Test
    void aChangedScenarioPromisesNothing() throws Exception {
        Path file = folder.resolve("flat.yaml");
        Files.writeString(file, """
                scenario: grocery_promo
                dimensions: {stores: {count: 3}, products: {count: 20}}
                retail: {lift_by_depth: {0.35: 1.2}}
                """);
        assertThat(Ran.in(folder, "--full-new", "--config", file.toString(), "--confirm")
                        .exit())
                .isZero();
        Ran card = Ran.in(folder, "--verify", "--realism");
        assertThat(card.exit()).as(card.err()).isZero();
        assertThat(card.out())
                .containsPattern(
                        "- +scenario.grocery_promo +not looked at: nothing is promised, because it differs from the scenario")
                .containsPattern("sound: \\d+ passed, 1 not looked at\n")
                .contains(
                        "realism of scenario grocery_promo; nothing is promised, because it differs from the scenario of this version in"
                                + " retail.lift_by_depth");
    }

    @Test
    void aBrokenPromiseEndsWithFour() throws Exception {
        Ran made = Ran.in(folder, "--scenario", "grocery_promo", "--seed", "3", "--confirm");
        assertThat(made.exit()).as(made.err()).isZero();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/forge.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE sales_daily SET quantity = quantity / 3 FROM promotion m WHERE m.product_id ="
                    + " sales_daily.product_id AND date BETWEEN m.start_date AND m.end_date");
        }
        Ran card = Ran.in(folder, "--verify", "--realism");
        assertThat(card.exit()).isEqualTo(4);
        assertThat(card.out()).contains("broken   lift_30_40");
    }
}
