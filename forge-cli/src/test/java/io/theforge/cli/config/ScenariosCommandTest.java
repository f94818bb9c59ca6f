package io.theforge.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import io.theforge.config.Scenarios;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenariosCommandTest {
    @TempDir
    Path folder;

    @Test
    void presetsAreListedAndShownWithoutADatabase() {
        Ran list = Ran.in(folder, "scenarios");
        assertThat(list.exit()).isZero();
        assertThat(list.out()).contains(Scenarios.names());
        assertThat(Ran.in(folder, "scenarios", "--json").json().get("scenarios"))
                .hasSize(Scenarios.names().size());
        assertThat(Ran.in(folder, "scenarios", "show", "sparse").out()).isEqualTo(Scenarios.text("sparse"));

        Ran unknown = Ran.in(folder, "scenarios", "show", "spars");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("\"spars\" is no scenario", "did you mean sparse?");
        assertThat(folder.resolve(".forge")).doesNotExist();
    }

    @Test
    void aScenarioAloneIsAFullNewWithItAndFlagsAreStronger() {
        Ran ran =
                Ran.in(folder, "--scenario", "holiday_rush", "--stores", "2", "--products", "3", "--confirm", "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("operation").asText()).isEqualTo("full-new");
        assertThat(ran.json().at("/tables/store/inserted").asInt()).isEqualTo(2);
        assertThat(ran.json().at("/tables/calendar/inserted").asInt()).isEqualTo(92);
        assertThat(Ran.in(folder, "runs", "show", "1").out()).contains("scenario: holiday_rush");

        Ran append = Ran.in(folder, "--append", "--scenario", "sparse");
        assertThat(append.exit()).isEqualTo(2);
        assertThat(append.err()).contains("--scenario", "does not go with --append");
        Ran check = Ran.in(folder, "--full-new", "--scenario", "rag-agent");
        assertThat(check.exit()).isEqualTo(2);
        assertThat(check.err()).contains("and no dataset; give it alone: ./forge --scenario rag-agent --dry-run");
        assertThat(Ran.in(folder, "--append").exit()).isZero();
    }
}
