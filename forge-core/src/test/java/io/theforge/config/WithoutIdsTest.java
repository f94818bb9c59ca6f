package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Where rows get no ids, a table may have more of them than there are ids; all else is checked alike. */
class WithoutIdsTest {
    private static final String LARGE = "dimensions: {stores: {count: 20000}, products: {count: 50000}}\n";

    @Test
    void aTableMayHaveMoreRowsThanThereAreIds() {
        ConfigFile file = ConfigReader.parse(LARGE, "shop.yaml");
        assertThatThrownBy(() -> ConfigReader.resolve(file, Overrides.NONE, Overrides.NONE))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a table has ids for 2,147,483,647");
        ForgeConfig config = ConfigReader.resolveWithoutIds(file, Overrides.NONE, Overrides.NONE);
        assertThat(config.pairs()).isEqualTo(1_000_000_000);
    }

    @Test
    void whatIsOnRecordIsReadAgain() {
        ForgeConfig config =
                ConfigReader.resolveWithoutIds(ConfigReader.parse(LARGE, "x"), Overrides.NONE, Overrides.NONE);
        String yaml = ConfigWriter.toYaml(config);
        assertThat(ConfigReader.recordedWithoutIds(yaml, "record")).isEqualTo(config);
        assertThatThrownBy(() -> ConfigReader.recorded(yaml, "record")).isInstanceOf(ConfigException.class);
    }

    @Test
    void otherContradictionsAreFound() {
        ConfigFile file = ConfigReader.parse("date_range: {start: \"2024-02-01\", end: \"2024-01-01\"}\n", "shop.yaml");
        assertThatThrownBy(() -> ConfigReader.resolveWithoutIds(file, Overrides.NONE, Overrides.NONE))
                .hasMessageContaining("is before the start");
    }

    @Test
    void aStreamIsReadAsAFileIs() throws IOException {
        assertThat(ConfigReader.read(bytes("seed: 7\n"), "far.yaml")
                        .resolve(Overrides.NONE)
                        .seed())
                .isEqualTo(7);
        assertThatThrownBy(() -> ConfigReader.read(bytes("sed: 7\n"), "far.yaml"))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        wrong -> assertThat(wrong.location()).isEqualTo("far.yaml:1:1"));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
