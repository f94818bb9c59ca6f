package io.theforge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference has every key of the configuration and every variable of the environment. */
class SettingsReferenceTest {
    private static final Path ANYWHERE = Path.of("").toAbsolutePath();
    private static final Pattern VARIABLE =
            Pattern.compile("\"((?:SEEDER|FORGE)_[A-Z_]+|APP_ENV|DATABASE_URL|NO_COLOR|COLUMNS)\"");

    /** The launcher tells it to the program; nobody sets it. */
    private static final Set<String> INTERNAL = Set.of("FORGE_LOCALE");

    @Test
    void everyKeyOfTheConfigurationIsInTheReference() {
        Set<String> keys = new LinkedHashSet<>();
        collect("", Ended.of(ANYWHERE, "config schema").json(), keys);

        assertThat(keys).contains("seed", "dimensions.stores.count", "multiplier");
        assertThat(Reference.missing(keys, named("docs/reference/configuration.md")))
                .isEmpty();
    }

    /** Rows of a list have keys of their own, without what is above them. */
    private static void collect(String prefix, JsonNode schema, Set<String> keys) {
        schema.path("properties").fields().forEachRemaining(property -> {
            String path = prefix + property.getKey();
            JsonNode value = property.getValue();
            if (value.has("properties")) {
                collect(path + ".", value, keys);
            } else {
                keys.add(path);
            }
            collect("", value.path("items"), keys);
        });
    }

    @Test
    void everyVariableIsInTheReference() throws IOException {
        Set<String> variables = new LinkedHashSet<>();
        for (String module : List.of("forge-core", "forge-database", "forge-rag", "forge-cli")) {
            try (Stream<Path> files = Files.walk(Page.ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    variables.addAll(variables(Files.readString(file)));
                }
            }
        }
        Matcher launcher = Pattern.compile("FORGE_[A-Z_]+").matcher(Files.readString(Page.ROOT.resolve("forge")));
        while (launcher.find()) {
            variables.add(launcher.group());
        }
        variables.removeAll(INTERNAL);
        assertThat(variables).contains("APP_ENV", "SEEDER_REQUIRE_CONFIRM", "FORGE_JAVA_HOME");
        assertThat(Reference.missing(variables, named("docs/reference/environment.md")))
                .isEmpty();
        assertThat(Reference.missing(DatabaseUrl.VARIABLES, named("docs/reference/databases.md")))
                .isEmpty();
    }

    private static Set<String> named(String page) {
        return Reference.codes(Page.named(page).text());
    }

    private static Set<String> variables(String source) {
        Set<String> variables = new LinkedHashSet<>();
        Matcher variable = VARIABLE.matcher(source);
        while (variable.find()) {
            variables.add(variable.group(1));
        }
        return variables;
    }
}
