package io.theforge.cli;

import io.theforge.database.ProductionGuard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Environment variables: the real ones, and behind them those of {@code .env} in the working directory. */
final class Environment {
    private final Map<String, String> real;
    private final DotEnvFile file;

    private Environment(Map<String, String> real, DotEnvFile file) {
        this.real = real;
        this.file = file;
    }

    static Environment of(Surroundings here) {
        return new Environment(
                here.environment(), DotEnvFile.read(here.workingDirectory().resolve(".env")));
    }

    /** The value, without surrounding blanks; null when the variable is not set, or set to nothing. */
    @Nullable
    String get(String name) {
        String value = real.get(name);
        if (value == null || value.isBlank()) {
            value = file.values().get(name);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    boolean yes(String name, boolean fallback) {
        String value = get(name);
        return value == null ? fallback : new Given(name, value).yes();
    }

    /** The override counts in the real environment alone: a file that lies about is no decision. */
    ProductionGuard productionGuard() {
        return new ProductionGuard(get("APP_ENV"), real.get(ProductionGuard.OVERRIDE));
    }

    /** What is to be told about {@code .env}. */
    List<String> warnings() {
        return file.oddLines().stream()
                .map(line -> ".env:" + line + ": is not NAME=value and has been passed over")
                .toList();
    }
}
