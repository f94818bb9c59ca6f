package io.theforge.junit;

import io.theforge.config.ConfigFile;
import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.postgres.PostgresAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads an annotation as the command line reads its flags. */
final class RequestReader {
    /** The parameter of JUnit, or system property, that names a server for all annotations that name none. */
    static final String DATABASE = "forge.junit.database";

    private static final String DATABASE_VARIABLE = "FORGE_JUNIT_DATABASE";

    private RequestReader() {}

    /** @throws ConfigException naming the annotation's element, or the line of its configuration */
    static DatasetRequest read(ForgeDataset annotation, Class<?> testClass, ExtensionContext context) {
        Overrides overrides = new Overrides(
                given(annotation.seed()),
                count("stores", annotation.stores()),
                count("products", annotation.products()),
                day("startDate", annotation.startDate()),
                day("endDate", annotation.endDate()),
                Double.isNaN(annotation.sparsity()) ? null : annotation.sparsity(),
                annotation.scenario().isEmpty() ? null : annotation.scenario());
        ConfigText text = ConfigText.of(annotation.config(), testClass);
        ConfigFile file = text == null ? null : ConfigReader.parse(text.yaml(), text.source());
        if (file != null && overrides.scenario() != null) {
            refuseTwoScenarios(file, overrides.scenario());
        }
        ForgeConfig config = ConfigReader.resolve(file, overrides, Overrides.NONE);
        return new DatasetRequest(
                config,
                annotation.truth(),
                annotation.writable(),
                server(annotation.database(), context),
                Again.command(overrides, config.seed(), text, annotation.truth()));
    }

    private static void refuseTwoScenarios(ConfigFile file, String scenario) {
        String ofFile = file.resolve(Overrides.NONE).scenario();
        if (ofFile != null && !ofFile.equals(scenario)) {
            throw new ConfigException(
                    "\"" + scenario + "\" contradicts the config, whose scenario is \"" + ofFile + "\"",
                    "leave one of them out",
                    "scenario");
        }
    }

    private static @Nullable Long given(long value) {
        return value == ForgeDataset.NOT_GIVEN ? null : value;
    }

    private static @Nullable Integer count(String name, long value) {
        if (value == ForgeDataset.NOT_GIVEN) {
            return null;
        }
        if (value != (int) value) {
            throw new ConfigException(value + " is too large", "give a number of a few digits", name);
        }
        return (int) value;
    }

    private static @Nullable LocalDate day(String name, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ConfigException("\"" + text + "\" is no date", "write it as \"2024-12-31\"", name);
        }
    }

    private static @Nullable PostgresAddress server(String ofAnnotation, ExtensionContext context) {
        String url = ofAnnotation.isBlank()
                ? context.getConfigurationParameter(DATABASE)
                        .or(() -> Optional.ofNullable(System.getenv(DATABASE_VARIABLE)))
                        .orElse("")
                : ofAnnotation;
        if (url.isBlank() || url.strip().equals("duckdb:")) {
            return null;
        }
        if (url.strip().startsWith("duckdb:")) {
            throw new ConfigException(
                    "a test's embedded database is a file of its own, so none can be named",
                    "write \"duckdb:\" alone, or leave it out",
                    "database");
        }
        return DatabaseUrl.parse(url, Path.of("")).postgres();
    }
}
