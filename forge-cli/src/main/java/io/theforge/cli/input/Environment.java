package io.theforge.cli.input;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.guard.ProductionGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Environment variables: the real ones, and behind them those of {@code .env} in the working directory. */
public final class Environment {
    private static final String APP_ENV = "APP_ENV";
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of(
                            APP_ENV,
                            "DATABASE_URL",
                            "SEEDER_DEFAULT_SEED",
                            "SEEDER_DEFAULT_STORES",
                            "SEEDER_DEFAULT_PRODUCTS",
                            "SEEDER_BATCH_SIZE",
                            "SEEDER_ENABLE_PROGRESS",
                            "SEEDER_REQUIRE_CONFIRM"),
                    DatabaseUrl.VARIABLES.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> real;
    private final DotEnvFile file;

    private Environment(Map<String, String> real, DotEnvFile file) {
        this.real = real;
        this.file = file;
    }

    public static Environment of(ProcessContext process) {
        return new Environment(
                process.environment(),
                DotEnvFile.read(process.workingDirectory().resolve(".env")));
    }

    /** The value, without surrounding blanks; null when the variable is not set, or set to nothing. */
    @Nullable
    public String get(String name) {
        String value = real.get(name);
        if (value == null || value.isBlank()) {
            value = file.values().get(name);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The value as it stands: a password may begin with a blank. */
    @Nullable
    String exact(String name) {
        String value = real.get(name);
        return value != null ? value : file.values().get(name);
    }

    public boolean yes(String name, boolean fallback) {
        String value = get(name);
        return value == null ? fallback : new TextValue(name, value).yes();
    }

    /** The override counts in the real environment alone: a file that lies about is no decision. */
    public ProductionGuard productionGuard() {
        String appEnv = get(APP_ENV);
        return new ProductionGuard(
                appEnv == null ? productionInOtherCase() : appEnv, real.get(ProductionGuard.OVERRIDE));
    }

    /** Other programs read names in any case, so that app_env=production may well be meant: no way round the guard. */
    private @Nullable String productionInOtherCase() {
        return Stream.of(real, file.values())
                .flatMap(values -> values.entrySet().stream())
                .filter(value -> value.getKey().equalsIgnoreCase(APP_ENV))
                .map(Map.Entry::getValue)
                .filter(value -> new ProductionGuard(value, null).holds())
                .findFirst()
                .orElse(null);
    }

    /** What is to be told about {@code .env}. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        file.oddLines().forEach(line -> warnings.add(".env:" + line + ": is not NAME=value and has been passed over"));
        for (String name : file.values().keySet()) {
            String right = name.toUpperCase(Locale.ROOT);
            if (!KNOWN.contains(name) && KNOWN.contains(right) && get(right) == null) {
                warnings.add(".env:" + file.lines().get(name) + ": " + name + " has been passed over; write " + right);
            }
        }
        return warnings;
    }
}
