package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for any configuration and for any damage to a file. */
class ConfigPropertiesTest {

    /** One change to a text: at a place (as a share of its length), so many characters give way to others. */
    record Damage(double place, int removed, String inserted) {
        String to(String text) {
            int from = (int) (place * text.length());
            int until = Math.min(text.length(), from + removed);
            return text.substring(0, from) + inserted + text.substring(until);
        }
    }

    @Property(tries = 200)
    void aWrittenConfigurationReadsBackAsEqual(@ForAll("configurations") ForgeConfig config) {
        String yaml = ConfigWriter.toYaml(config);

        assertThat(ConfigReader.parse(yaml, "record.yaml").resolve(Overrides.NONE))
                .isEqualTo(config);
    }

    @Property(tries = 200)
    void aWrittenConfigurationIsWrittenTheSameAgain(@ForAll("configurations") ForgeConfig config) {
        String yaml = ConfigWriter.toYaml(config);

        assertThat(ConfigWriter.toYaml(ConfigReader.parse(yaml, "record.yaml").resolve(Overrides.NONE)))
                .isEqualTo(yaml);
    }

    @Property(tries = 1000)
    void aDamagedFileIsReadOrRefusedInOneLine(@ForAll @Size(min = 1, max = 4) List<@From("damages") Damage> damages)
            throws IOException {
        String text = Files.readString(Path.of("..", "examples", "holiday-quarter.yaml"));
        for (Damage damage : damages) {
            text = damage.to(text);
        }
        readOrRefuse(text);
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedInOneLine(@ForAll String text) {
        readOrRefuse(text);
    }

    @Property(tries = 500)
    void aFileWithFlippedBitsIsReadOrRefusedInOneLine(
            @ForAll("files") String name, @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0) Integer> bits)
            throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("..", "examples", name));
        for (int bit : bits) {
            int at = bit % (bytes.length * 8);
            bytes[at / 8] ^= (byte) (1 << (at % 8));
        }
        Path file = Files.write(Path.of("target", "flipped.yaml"), bytes);
        readOrRefuse(() -> ConfigReader.read(file), file.toString());
    }

    @Property(tries = 500)
    void aShuffledFileIsReadOrRefusedInOneLine(
            @ForAll("files") String name,
            @ForAll boolean words,
            @ForAll @IntRange(min = 0) int first,
            @ForAll @IntRange(min = 0) int second)
            throws IOException {
        String between = words ? " " : "\n";
        String text = Files.readString(Path.of("..", "examples", name));
        List<String> parts = new ArrayList<>(List.of(text.split(between)));
        Collections.swap(parts, first % parts.size(), second % parts.size());
        readOrRefuse(String.join(between, parts));
        parts.remove(second % parts.size());
        readOrRefuse(String.join(between, parts));
    }

    private static void readOrRefuse(String text) {
        readOrRefuse(() -> ConfigReader.parse(text, "f"), "f");
    }

    private static void readOrRefuse(Supplier<ConfigFile> reading, String source) {
        try {
            reading.get().resolve(Overrides.NONE);
        } catch (ConfigException refused) {
            assertThat(refused.getMessage() + refused.remedy()).isNotBlank().matches(ConfigPropertiesTest::isOneLine);
            assertThat(refused.location()).matches(Pattern.quote(source) + "(:[0-9]+:[0-9]+)?");
        }
    }

    private static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }

    @Provide
    Arbitrary<ForgeConfig> configurations() {
        return ConfigArbitraries.configurations();
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("grocery-year.yaml", "holiday-quarter.yaml", "flooded-region.yaml");
    }

    @Provide
    Arbitrary<Damage> damages() {
        Arbitrary<String> inserted = Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("{}[]:,-#&*!|>'\"%@`?~\\ \t\n0a.")
                        .ofMaxLength(6),
                Arbitraries.strings().ofMaxLength(3),
                Arbitraries.of(
                        ".nan",
                        "null",
                        "1e999",
                        "<<: *a",
                        "\u0000",
                        "\uFEFF",
                        "---\n",
                        "2024-02-30",
                        "[[[[[[[[[[[[[[[[["));
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1).ofScale(4),
                        Arbitraries.integers().between(0, 30),
                        inserted)
                .as(Damage::new);
    }
}
