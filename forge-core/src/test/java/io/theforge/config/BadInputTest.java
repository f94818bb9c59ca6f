package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.config.model.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake gets one error that names place, reason and remedy; they are listed in bad-input.txt. */
class BadInputTest {

    record Mistake(String yaml, String location, String message, String remedy) {}

    static List<Mistake> mistakes() throws IOException {
        try (InputStream in = Objects.requireNonNull(BadInputTest.class.getResourceAsStream("bad-input.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n"))
                    .skip(1)
                    .map(BadInputTest::mistake)
                    .toList();
        }
    }

    private static Mistake mistake(String block) {
        String[] lines = block.strip().split("\n");
        String yaml = lines[0].replace('⏎', '\n')
                .replace('⇥', '\t')
                .replace('␀', '\0')
                .replace('␇', '\u0007');
        return new Mistake(yaml, lines[1], lines[2], lines[3]);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void everyMistakeIsNamedWithPlaceReasonAndRemedy(Mistake mistake) {
        ConfigException error = catchThrowableOfType(
                ConfigException.class,
                () -> ConfigReader.parse(mistake.yaml(), "f").resolve(Overrides.NONE));

        assertThat(error).isNotNull();
        assertThat(new Mistake(mistake.yaml(), error.location(), error.getMessage(), error.remedy()))
                .isEqualTo(mistake);
    }

    @Test
    void aPlaceDeepInAFileOfSeveralLinesIsExact() {
        String yaml = "seed: 1\n\nretail:\n  promotion_lift: 1.3  # fine\n  weekend_spike: high\n";

        ConfigException error =
                catchThrowableOfType(ConfigException.class, () -> ConfigReader.parse(yaml, "shop.yaml"));

        assertThat(error.location()).isEqualTo("shop.yaml:5:18");
    }
}
