package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.config.model.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The common mistakes, made with every key of the table: a new key takes part without a change here. */
class EveryKeyTest {

    static List<String> paths() {
        return KeyTable.FILE.stream().map(Key::path).toList();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void noValueAWrongTypeAMisspellingAndARepetitionAreNamed(String path) {
        Key<?, ?> key = key(path);
        assertThat(refusal(nested(key, "~"))).hasMessage(path + " has no value");
        assertThat(refusal(nested(key, ""))).hasMessage(path + " has no value");
        assertThat(refusal(nested(key, "{a: {b: [c]}}")).getMessage()).contains(path);
        assertThat(refusal(nested(key, "[[[]]]")).getMessage()).startsWith(path);
        assertThat(refusal(nested(key, "x").replace(key.name() + ":", key.name() + "z:")))
                .hasMessageContaining(" has no key \"" + key.name() + "z\"")
                .extracting(ConfigException::remedy)
                .asString()
                .startsWith("did you mean " + key.name() + "? known here: ");
        String good = key.type() instanceof Choice<?> || key.fallback() == null ? null : written(key);
        if (good != null) {
            String indent = "  ".repeat(key.segments().size() - 1);
            assertThat(refusal(nested(key, good) + indent + key.name() + ": " + good + "\n"))
                    .hasMessageContaining("\"" + key.name() + "\" is given twice");
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aNumberBeyondItsEndsIsNamed(String path) {
        Key<?, ?> key = key(path);
        Map<String, Object> schema = key.type().schema();
        List<Object> beyond = new ArrayList<>();
        if (schema.get("maximum") instanceof Number most) {
            beyond.add(most + "9");
            beyond.add("1e300");
            beyond.add("-1e300");
        }
        if (schema.get("minimum") instanceof Number least) {
            beyond.add(least.doubleValue() - 1);
        }
        if (schema.get("exclusiveMinimum") instanceof Number least) {
            beyond.add(least);
        }
        for (Object value : beyond) {
            ConfigException error = refusal(nested(key, value.toString()));
            assertThat(error.getMessage()).startsWith(path + " is \"" + value + "\", which is");
            assertThat(error.remedy()).isEqualTo("give " + key.type().describe());
        }
    }

    private static Key<?, ?> key(String path) {
        return KeyTable.FILE.stream()
                .filter(key -> key.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static <T> String written(Key<?, T> key) {
        return key.type().write(Objects.requireNonNull(key.fallback()));
    }

    /** The key with a value, its section around it. */
    private static String nested(Key<?, ?> key, String value) {
        StringBuilder yaml = new StringBuilder();
        List<String> names = key.segments();
        for (int depth = 0; depth < names.size(); depth++) {
            yaml.append("  ".repeat(depth)).append(names.get(depth)).append(':');
            yaml.append(depth == names.size() - 1 ? " " + value + "\n" : "\n");
        }
        return yaml.toString();
    }

    private static ConfigException refusal(String yaml) {
        ConfigException error = catchThrowableOfType(
                ConfigException.class, () -> ConfigReader.parse(yaml, "f").resolve(Overrides.NONE));
        assertThat(error).as(yaml).isNotNull();
        assertThat(error.location()).matches("f:[0-9]+:[0-9]+");
        return error;
    }
}
