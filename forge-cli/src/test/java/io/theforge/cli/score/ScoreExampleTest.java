package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.cli.Forge;
import io.theforge.cli.Ran;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What examples/score promises, on the dataset that one gets without a configuration. */
class ScoreExampleTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "score").toAbsolutePath();
    private static final int MOST_SECONDS = 120;

    @TempDir
    static Path folder;

    @BeforeAll
    static void forecast() throws Exception {
        Ran made = Ran.in(folder, "--full-new", "--confirm");
        assertThat(made.exit()).as(made.err()).isZero();
        export("seasonal_naive.sql", "forecast.csv");
    }

    private static void export(String query, String file) throws Exception {
        export(Files.readString(EXAMPLES.resolve(query)).replace(";", ""), folder.resolve(file));
    }

    private static void export(String sql, Path file) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/forge.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + sql + ") TO '" + file + "' (HEADER)");
        }
    }

    @Test
    void theReadmeShowsWhatTheAnswerBeginsWith() throws Exception {
        String readme = Files.readString(EXAMPLES.resolve("README.md"));
        String shown = readme.split("The answer begins with")[1].split("```")[1].strip();

        Ran ran = Ran.in(folder, "score", "forecast.csv");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out().replace(System.lineSeparator(), "\n")).startsWith(shown);
    }

    @Test
    void theScriptMakesTheForecastOfTheQuery() throws Exception {
        export("sales.sql", "sales.csv");
        Path made = folder.resolve("python.csv");
        python(folder.resolve("sales.csv"), made, "seasonal_naive.py");

        assertThat(sorted(made)).isEqualTo(sorted(folder.resolve("forecast.csv")));
    }

    @Test
    void aModelRegistryCanSayOnWhichDataAModelWasTrained() throws Exception {
        Path score = folder.resolve("score.json");
        Files.writeString(
                score, Ran.in(folder, "score", "forecast.csv", "--json").out());
        Path made = folder.resolve("registry.json");
        python(score, made, "registry.py", "seasonal_naive", "1", "1");

        assertThat(new ObjectMapper().readTree(made.toFile()).at("/create"))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"model_type": "seasonal_naive", "model_config": {"forecasts": "forecast.csv"},
                         "data_window_start": "2024-01-01", "data_window_end": "2024-12-03", "store_id": 1, "product_id": 1,
                         "runtime_info_extras": {"dataset_fingerprint": "c4a98711d84af05ae68ce5c92dee6990",
                         "dataset_run_id": 1, "cutoffs": ["2024-12-03"]}}"""));
        assertThat(Files.readString(made)).contains("\"skill\": 0.6");
    }

    private static void python(Path in, Path out, String... script) throws Exception {
        assumeTrue(
                Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(String.valueOf(System.getenv("PATH")))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))),
                "no python3 on the PATH: examples/score/" + script[0] + " is not run");
        List<String> line = new ArrayList<>(List.of("python3"));
        line.add(EXAMPLES.resolve(script[0]).toString());
        line.addAll(List.of(script).subList(1, script.length));
        Process python = new ProcessBuilder(line)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(python.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            python.destroyForcibly();
        }
        assertThat(python.exitValue()).isZero();
    }

    /** Forty days in turn, each of them four weeks ahead with five quantiles, in the memory that the launcher gives. */
    @Test
    void aRollingBacktestIsScoredInTheLaunchersMemory() throws Exception {
        export(
                "SELECT c::DATE + h::INT AS date, code AS store_code, sku, c::DATE AS cutoff, 50 AS forecast, 10 AS \"q0.05\","
                        + " 30 AS \"q0.25\", 50 AS \"q0.5\", 60 AS \"q0.75\", 90 AS \"q0.95\" FROM store, product,"
                        + " range(DATE '2024-06-01', DATE '2024-07-11', INTERVAL 1 DAY) t(c), range(1, 29) u(h)"
                        + " ORDER BY cutoff, date, store_code, sku",
                folder.resolve("backtest.csv"));
        Process score = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forge.class.getName(),
                        "score",
                        "backtest.csv")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = score.inputReader()) {
            assertThat(out.readLine())
                    .isEqualTo(
                            "560,000 forecasts of 500 series, 40 cutoffs, 2024-06-01 to 2024-07-10, up to 28 days ahead");
            assertThat(out.lines()).isNotEmpty();
            assertThat(score.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            score.destroyForcibly();
        }
        assertThat(score.exitValue()).isZero();
    }

    private static List<String> sorted(Path file) throws Exception {
        return Files.readAllLines(file).stream().sorted().toList();
    }
}
