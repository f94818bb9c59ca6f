package io.theforge.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.cli.Ran;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of {@code examples/ci/reset-test-database.yml}, as written, on a real PostgreSQL. */
class ResetWorkflowTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (secrets|inputs)\\.([a-z-]+) }}");

    @TempDir
    static Path folder;

    private static Path repository;
    private static EmbeddedPostgres postgres;
    private static String fingerprint;

    private final Map<String, String> given = new HashMap<>();

    @BeforeAll
    static void checkOut() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        repository = Files.createDirectories(folder.resolve("repository"));
        BuiltForge.make(repository.resolve("the-forge"));
        BuiltForge.doWithoutArchive(repository.resolve("the-forge"));
        // from a cache, and so older than the sources
        Files.setLastModifiedTime(
                repository.resolve("the-forge/forge-cli/target/launcher/stamp"),
                FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
        Files.writeString(
                repository.resolve("shop.yaml"),
                "dimensions: {stores: {count: 2}, products: {count: 3}}\ndate_range: {end: \"2024-01-31\"}\n");
        fingerprint = Ran.in(
                        repository, "export", "--format", "csv", "--out", "shop", "--config", "shop.yaml", "--json")
                .json()
                .get("fingerprint")
                .asText();
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void emptyDatabase() throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS shop_test WITH (FORCE)");
            statement.execute("CREATE DATABASE shop_test");
        }
        given.put(
                "database-url", "postgresql://postgres@localhost:" + postgres.getPort() + "/shop_test?sslmode=disable");
        given.put("database-password", "secret");
        given.put("config", "shop.yaml");
        given.put("fingerprint", fingerprint);
    }

    @Test
    void resetsTheDatabaseAndTellsItsFingerprint() throws Exception {
        for (int i = 0; i < 2; i++) {
            Map<String, Shell> steps = run();

            assertThat(steps.values())
                    .allSatisfy(
                            step -> assertThat(step.exit()).as(step.output()).isZero());
            assertThat(steps).hasSize(5);
            assertThat(Files.readString(repository.resolve("output"))).isEqualTo("fingerprint=" + fingerprint + "\n");
        }
    }

    @Test
    void aDatabaseOfAnotherNameIsRefusedAndItsAddressIsNotShown() throws Exception {
        for (String url : List.of(
                "postgresql://ann:secret@localhost/shop?application_name=test",
                "postgresql://ann:secret@test",
                "postgresql://ann:secret@localhost/",
                "postgresql://ann:secret@localhost/test/shop")) {
            given.put("database-url", url);

            Shell refused = last(run());

            assertThat(refused.exit()).as(url).isEqualTo(1);
            assertThat(refused.output()).contains("is not called *test*").doesNotContain("secret@");
        }
    }

    @Test
    void whereThereIsNoSecretThatIsTheReason() throws Exception {
        given.put("database-url", "");

        Shell refused = last(run());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("there is no secret database-url here");
    }

    @Test
    void aDatabaseThatIsMarkedAsProductionIsRefused() throws Exception {
        Ran.in(repository, "protect", "--database", given.get("database-url"));

        Shell refused = last(run());

        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.output()).contains("production");
    }

    @Test
    void anotherFingerprintThanExpectedFails() throws Exception {
        given.put("fingerprint", "7eddee554e8f205259266feeb84491ed");

        Shell wrong = last(run());

        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.output()).contains("'" + fingerprint + "', and 7eddee554e8f205259266feeb84491ed was expected");
    }

    @Test
    void theExampleThatCallsItGivesWhatItAsksFor() throws Exception {
        YamlFile asked = YamlFile.read("examples/ci/reset-test-database.yml").at("on", "workflow_call");
        YamlFile call = YamlFile.read("examples/ci/tests.yml").at("jobs", "dataset");

        assertThat(call.at("uses").text()).endsWith("/reset-test-database.yml");
        assertThat(asked.at("inputs").keys()).containsAll(call.at("with").keys());
        assertThat(asked.at("secrets").keys()).containsAll(call.at("secrets").keys());
        assertThat(call.at("with").keys())
                .containsAll(asked.at("inputs").keys().stream()
                        .filter(name -> asked.at("inputs", name).has("required"))
                        .toList());
    }

    private static Shell last(Map<String, Shell> steps) {
        return steps.values().stream().reduce((first, second) -> second).orElseThrow();
    }

    /** Runs the steps that are commands up to the first that fails. */
    private Map<String, Shell> run() throws Exception {
        YamlFile workflow = YamlFile.read("examples/ci/reset-test-database.yml");
        YamlFile job = workflow.at("jobs", "reset");
        Map<String, Shell> ended = new LinkedHashMap<>();
        Files.deleteIfExists(repository.resolve("output"));
        for (YamlFile step :
                job.at("steps").each().filter(each -> each.has("run")).toList()) {
            Map<String, String> environment = new HashMap<>();
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("HOME", folder.toString());
            environment.put("GITHUB_OUTPUT", repository.resolve("output").toString());
            job.at("env")
                    .keys()
                    .forEach(name -> environment.put(name, job.at("env", name).text()));
            if (step.has("env")) {
                step.at("env")
                        .keys()
                        .forEach(name -> environment.put(
                                name, value(workflow, step.at("env", name).text())));
            }
            Shell shell = Shell.step(repository, environment, step.at("run").text());
            ended.put(step.at("name").text(), shell);
            if (shell.exit() != 0) {
                break;
            }
        }
        return ended;
    }

    /** What an expression comes to: nothing else stands in a variable of a step. */
    private String value(YamlFile workflow, String expression) {
        Matcher matcher = EXPRESSION.matcher(expression);
        assertThat(matcher.matches()).as(expression).isTrue();
        String name = matcher.group(2);
        YamlFile asked = workflow.at("on", "workflow_call", matcher.group(1), name);
        return given.containsKey(name) ? given.get(name) : asked.at("default").text();
    }
}
