package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final Overrides ENVIRONMENT = Overrides.fromEnvironment(
            Map.of("SEEDER_DEFAULT_SEED", "7", "SEEDER_DEFAULT_STORES", " 3 ", "SEEDER_DEFAULT_PRODUCTS", "")::get);

    @Test
    void commandLineThenFileThenEnvironmentThenDefault() {
        ConfigFile file = ConfigReader.parse("{seed: 8, date_range: {start: 2024-02-01}}", "f");
        Overrides commandLine = new Overrides(9L, null, null, null, LocalDate.of(2024, 3, 31), 0.25, null);

        ForgeConfig config = ConfigReader.resolve(file, commandLine, ENVIRONMENT);

        assertThat(config.seed()).isEqualTo(9);
        assertThat(config.stores().count()).isEqualTo(3);
        assertThat(config.products().count()).isEqualTo(50);
        assertThat(config.dateRange().start()).isEqualTo(LocalDate.of(2024, 2, 1));
        assertThat(config.dateRange().end()).isEqualTo(LocalDate.of(2024, 3, 31));
        assertThat(config.sparsity().missingCombinations()).isEqualTo(0.25);
        assertThat(ConfigReader.resolve(file, Overrides.NONE, ENVIRONMENT).seed())
                .isEqualTo(8);
        assertThat(ConfigReader.resolve(null, Overrides.NONE, ENVIRONMENT).seed())
                .isEqualTo(7);
    }

    @Test
    void theHorizonFollowsTheEndUnlessItIsGiven() {
        Overrides commandLine = new Overrides(null, null, null, null, LocalDate.of(2025, 6, 30), null, null);

        assertThat(ConfigReader.resolve(null, commandLine, Overrides.NONE)
                        .dateRange()
                        .horizon())
                .isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(ConfigReader.parse("date_range: {horizon: 2024-06-30}", "f")
                        .resolve(commandLine)
                        .dateRange()
                        .horizon())
                .isEqualTo(LocalDate.of(2024, 6, 30));
    }

    @Test
    void aFlagOutOfRangeIsNamed() {
        ConfigException error = refusal(new Overrides(null, 0, null, null, null, null, null));

        assertThat(error).hasMessage("\"0\" is out of range");
        assertThat(error.location()).isEqualTo("--stores");
        assertThat(refusal(new Overrides(null, null, null, null, null, Double.NaN, null)))
                .hasMessage("\"NaN\" is not a finite number");
    }

    @Test
    void aFlagThatContradictsTheFileIsNamedAsThePlace() {
        ConfigFile file = ConfigReader.parse("date_range: {end: 2024-05-31}", "f");
        Overrides commandLine = new Overrides(null, null, null, LocalDate.of(2024, 7, 1), null, null, null);

        ConfigException error = catchThrowableOfType(ConfigException.class, () -> file.resolve(commandLine));

        assertThat(error).hasMessage("the end 2024-05-31 is before the start 2024-07-01");
        assertThat(error.location()).isEqualTo("--start-date");
    }

    @Test
    void anEnvironmentVariableThatIsNoNumberIsNamed() {
        ConfigException error = catchThrowableOfType(
                ConfigException.class, () -> Overrides.fromEnvironment(Map.of("SEEDER_DEFAULT_STORES", "ten")::get));

        assertThat(error).hasMessage("\"ten\" is not a whole number");
        assertThat(error.location()).isEqualTo("SEEDER_DEFAULT_STORES");
    }

    @Test
    void whatSteersTheWorkIsReadAndReachesNoValue() {
        ConfigFile file = ConfigReader.parse("{batch_size: 500, workers: 3}", "f");

        assertThat(file.batchSize()).isEqualTo(500);
        assertThat(file.workers()).isEqualTo(3);
        assertThat(ConfigReader.parse("", "f").workers()).isNull();
        assertThat(file.resolve(Overrides.NONE)).isEqualTo(ConfigReader.defaults());
    }

    private static ConfigException refusal(Overrides commandLine) {
        return catchThrowableOfType(
                ConfigException.class, () -> ConfigReader.resolve(null, commandLine, Overrides.NONE));
    }
}
