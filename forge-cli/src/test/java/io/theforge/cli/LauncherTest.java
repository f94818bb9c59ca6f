package io.theforge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.cli.result.Version;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code forge}, in a checkout whose program is already built: a jar that names the classes under test. */
class LauncherTest {
    private static final String SMALL =
            " --full-new --confirm --stores 2 --products 3 --end-date 2024-01-31 --no-progress";

    @TempDir
    Path folder;

    private Path root;
    private Path work;

    @BeforeEach
    void checkOut() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        root = folder.resolve("größe");
        work = Files.createDirectories(root.resolve("arbeit-ä"));
        Path built = root.resolve("forge-cli/target/launcher");
        Files.createDirectories(root.resolve("forge-cli/src/main"));
        Files.createDirectories(built.resolve("lib"));
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(root.resolve("forge-cli/pom.xml"));
        Files.copy(Path.of("..", "forge"), root.resolve("forge"));
        assertThat(root.resolve("forge").toFile().setExecutable(true)).isTrue();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Forge.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        try (OutputStream file = Files.newOutputStream(built.resolve("lib/forge.jar"))) {
            new JarOutputStream(file, manifest).close();
        }
        String jdk = System.getProperty("java.home") + "-" + System.getProperty("java.version");
        Files.createFile(built.resolve("classes" + jdk.replaceAll("[^A-Za-z0-9.]", "-") + ".jsa"));
        Files.createFile(built.resolve("stamp"));
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }

    /** In an environment with nothing but these. @param script of the shell, {@code $forge} is the launcher */
    private Ran shell(Map<String, String> environment, String script) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", script));
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("FORGE_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("forge", "../forge");
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        int exit = process.waitFor();
        return new Ran(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private static Stream<String> locales() {
        Stream<String> four =
                Stream.of("", "LC_ALL=C", "LC_ALL=xx_XX.UTF-8 LC_CTYPE=C.UTF-8", "LANG=C.UTF-8 LC_TIME=xx_XX.UTF-8");
        Stream<String> others = Stream.of(
                "LC_ALL=xx_XX.UTF-8",
                "LANG=C.UTF-8",
                "LANG=xx_XX.UTF-8",
                "LC_ALL=C LANG=xx_XX.UTF-8",
                "LANG=C LC_NUMERIC=xx_XX.UTF-8",
                "LANG=en_US.UTF-8");
        return Boolean.getBoolean("forge.exhaustive") ? Stream.concat(four, others) : four;
    }

    @ParameterizedTest
    @MethodSource("locales")
    void namesInAnyLettersWorkInAnyLocale(String locale) throws Exception {
        Files.writeString(
                work.resolve("menü.yaml"),
                "dimensions: {stores: {count: 2, regions: {Münster: 1}}, products: {count: 3}}\n"
                        + "date_range: {end: 2024-01-31}\n");
        Map<String, String> environment = Arrays.stream(locale.split(" "))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toMap(each -> each.split("=")[0], each -> each.split("=")[1]));

        Ran ran = shell(
                environment,
                "$forge --full-new --confirm --no-progress --config menü.yaml --database duckdb:lager-ä.duckdb"
                        + " --audit-log protokoll-ß.log && $forge config init neu-é.yaml && $forge preview --html seite-日.html");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("duckdb -readonly 'lager-ä.duckdb'", "neu-é.yaml written", "seite-日.html written");
        for (String file : List.of("lager-ä.duckdb", "protokoll-ß.log", "neu-é.yaml", "seite-日.html")) {
            assertThat(work.resolve(file)).exists();
        }
        // no folder whose name was read in another charset
        assertThat(folder.toFile().list()).containsOnly("größe", "out", "err");
        Ran wrong = shell(environment, "echo 'größe: 1' >falsch-ü.yaml; $forge config show --config falsch-ü.yaml");
        assertThat(wrong.err()).contains("falsch-ü.yaml:1:1", "größe");
    }

    @Test
    void anArgumentThatIsNoTextIsRefused() throws Exception {
        Ran ran = shell(Map.of("LC_ALL", "C"), "$forge config init $'neu-\\xfc.yaml'");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("is not text in the charset of the locale");
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void aPreviewIsDrawnInAsciiWhereTheLocaleHasNothingElse() throws Exception {
        String preview = "$forge preview --stores 1 --products 1";

        assertThat(shell(Map.of("LC_ALL", "C"), preview).out())
                .matches("\\p{ASCII}*")
                .isNotEmpty();
        assertThat(shell(Map.of("LC_ALL", "C.UTF-8"), preview).out()).doesNotMatch("\\p{ASCII}*");
    }

    @Test
    void aClosedOrFullStandardOutputIsToldAndNoFileTakesItsPlace() throws Exception {
        for (String output : List.of(">&-", ">/dev/full", "<&- >&-")) {
            Ran ran = shell(Map.of(), "$forge" + SMALL + " " + output);
            assertThat(ran.exit()).as(output).isEqualTo(1);
            assertThat(ran.err()).contains("the work has been done, but standard output");
        }
        Ran status = shell(Map.of(), "$forge --verify 2>&-");
        assertThat(status.exit()).isZero();
        assertThat(status.out()).contains("sound:");
        assertThat(shell(Map.of(), "$forge --status 2>/dev/full").exit()).isZero();
    }

    @Test
    void anOperationIsAWordOrAFlagAndAPreviewMayStandAnywhere() throws Exception {
        Ran made = shell(Map.of(), "$forge full-new " + SMALL.replace("--full-new ", "") + " && $forge --json status");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).contains("checks: 7 passed", "\"operation\" : \"status\"");

        Ran preview = shell(Map.of(), "$forge --stores 1 preview --products 1 && $forge config init preview");
        assertThat(preview.exit()).as(preview.err()).isZero();
        assertThat(preview.out()).contains("1 store x 1 product");
        assertThat(work.resolve("preview")).isNotEmptyFile();
    }

    @Test
    void theServerLiesApartAndOnlyServeLoadsIt() throws Exception {
        Path server = Files.createDirectories(root.resolve("forge-cli/target/launcher/server"));
        try (OutputStream file = Files.newOutputStream(server.resolve("broken.jar"))) {
            file.write("no jar".getBytes(UTF_8)); // the JVM passes over what it cannot read
        }
        Map<String, String> told = Map.of("FORGE_JAVA_OPTS", "-XshowSettings:properties");

        Ran served = shell(told, "$forge --no-progress serve --port 81");
        assertThat(served.exit()).as(served.err()).isZero();
        assertThat(served.out()).startsWith("not listening on 127.0.0.1:81, ");
        assertThat(served.err()).contains("/server/broken.jar");
        assertThat(shell(told, "$forge config init serve").err()).doesNotContain("broken.jar");
        assertThat(work.resolve("serve")).isNotEmptyFile();
    }

    @Test
    void theIndexOverDocumentsLiesApartAndOnlyServeWithRagLoadsIt() throws Exception {
        Map<String, String> told = heavyIndex();

        assertThat(shell(told, "$forge serve --port 81").err()).doesNotContain("heavy.jar");
        Ran served = shell(told, "$forge serve --rag --port 81");
        assertThat(served.exit()).as(served.err()).isZero();
        assertThat(served.err()).contains("/rag/heavy.jar");
    }

    /** What the program is started with stands on standard error; a setting that is wrong ends it before it does anything. */
    private Map<String, String> heavyIndex() throws IOException {
        Files.createDirectories(root.resolve("forge-cli/target/launcher/server"));
        Path rag = Files.createDirectories(root.resolve("forge-cli/target/launcher/rag"));
        try (OutputStream file = Files.newOutputStream(rag.resolve("heavy.jar"))) {
            file.write("no jar".getBytes(UTF_8));
        }
        return Map.of("FORGE_JAVA_OPTS", "-XshowSettings:properties", "SEEDER_DEFAULT_SEED", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--scenario rag-agent --seed 42 --confirm",
                "--scenario=rag-agent --confirm",
                "--confirm --seed 42 --scenario rag-agent",
                "--json --confirm --scenario=rag-agent --questions=10",
                "rag agent --confirm",
                "rag --seed 42 agent --confirm",
                "--confirm rag agent --min-recall 0.5",
                "--database duckdb:serve rag --json agent --confirm",
            })
    void theCheckOfOurOwnStackLoadsIt(String arguments) throws Exception {
        assertThat(shell(heavyIndex(), "$forge " + arguments).err()).contains("/rag/heavy.jar");
    }

    @Test
    void theCheckOfOurOwnStackLoadsItWhereASettingConfirms() throws Exception {
        Map<String, String> told = new LinkedHashMap<>(heavyIndex());
        Files.writeString(
                work.resolve(".env"), "export SEEDER_REQUIRE_CONFIRM = 'False' # we know\nFORGE_API_URL=\"\" # none\n");

        assertThat(shell(told, "$forge --scenario rag-agent").err()).contains("/rag/heavy.jar");
        told.put("SEEDER_REQUIRE_CONFIRM", "yes");
        assertThat(shell(told, "$forge --scenario rag-agent").err()).doesNotContain("heavy.jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // not carried out
                "--scenario rag-agent --seed 42",
                "--scenario rag-agent --dry-run --confirm",
                "--confirm --scenario=rag-agent --dry-run",
                "rag agent --confirm --help",
                "help rag agent --confirm",
                "--scenario rag-agent -- --confirm",
                // another stack
                "--scenario rag-agent --api-url http://127.0.0.1:1 --confirm",
                "--confirm --api-url=http://127.0.0.1:1 rag agent",
                "--scenario=rag-agent --confirm --api-url http://127.0.0.1:1",
                // another command
                "--help",
                "--full-new --scenario rag-agent --confirm",
                "--full-new --stores 1 --products 2 --end-date 2024-01-31 --confirm --no-progress",
                "--scenario holiday_rush --stores 1 --products 2 --end-date 2024-01-31 --confirm",
                "rag score agent --confirm",
                "config init rag-agent --confirm",
            })
    void nothingElseLoadsIt(String arguments) throws Exception {
        assertThat(shell(heavyIndex(), "$forge " + arguments).err()).doesNotContain("heavy.jar");
    }

    @Test
    void anAddressInASettingIsAnotherStack() throws Exception {
        Map<String, String> told = new LinkedHashMap<>(heavyIndex());
        told.put("FORGE_API_URL", "http://127.0.0.1:1");
        assertThat(shell(told, "$forge rag agent --confirm").err()).doesNotContain("heavy.jar");
        told.put("FORGE_API_URL", " ");
        assertThat(shell(told, "$forge rag agent --confirm").err()).contains("heavy.jar");
        Files.writeString(work.resolve(".env"), "\n  FORGE_API_URL='http://127.0.0.1:1'");
        assertThat(shell(told, "$forge rag agent --confirm").err()).doesNotContain("heavy.jar");
    }

    @Test
    void aReaderWhoLeavesEarlyIsNoFailure() throws Exception {
        Ran ran = shell(Map.of(), "$forge config schema | head -1; echo ${PIPESTATUS[0]}");

        assertThat(ran.out().lines()).hasSize(2).last().isEqualTo("0");
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx1k", "-XX:+UseParallelGC", "-XX:+NoSuchFlag", "-XX:+PrintFlagsFinal"})
    void theWordsOfTheJvmAreNotOnStandardOutput(String option) throws Exception {
        Ran ran = shell(Map.of("FORGE_JAVA_OPTS", option, "JAVA_TOOL_OPTIONS", "-Dsome=thing"), "$forge --version");

        assertThat(ran.out()).isEqualTo(ran.exit() == 0 ? "forge " + Version.text() + "\n" : "");
        assertThat(ran.err()).contains("JAVA_TOOL_OPTIONS");
    }

    @Test
    void aFileThatCannotBeWrittenToItsEndIsRemoved() throws Exception {
        for (String command : List.of("preview --html page.html", "config init new.yaml")) {
            Ran ran = shell(Map.of(), "ulimit -f 4; $forge " + command);
            assertThat(ran.exit()).as(ran.out() + ran.err()).isEqualTo(1);
            assertThat(ran.err()).contains("cannot be written to its end (File too large), and has been removed");
        }
        assertThat(work).isEmptyDirectory();
    }
}
