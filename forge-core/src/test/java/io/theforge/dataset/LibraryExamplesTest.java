package io.theforge.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of {@code examples/library}, compiled and run as they stand, each in a process of its own. */
class LibraryExamplesTest {
    private static final Path SOURCES = Path.of("..", "examples", "library", "src", "main", "java");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    private static Path classes;

    @BeforeAll
    static void compile() throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-Xlint:all,-path,-processing", "-proc:none", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", CLASS_PATH));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).isZero();
    }

    @Test
    void aDatasetIntoAList() throws Exception {
        assertThat(run("example.IntoAList"))
                .anyMatch(line ->
                        line.matches("\\d{3,} rows, the first is SalesRow\\[date=2024-10-01, storeCode=S00001,.*"))
                .anyMatch(line -> line.matches("fingerprint [0-9a-f]{32}"));
    }

    @Test
    void oneSeriesAlone() throws Exception {
        assertThat(run("example.OneSeries"))
                .hasSize(8)
                .startsWith("date,sold,on_hand,expected_demand")
                .element(1, org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .matches("2024-01-01,\\d+,\\d+,\\d+");
    }

    @Test
    void aSinkOfOnesOwn() throws Exception {
        Dataset same = io.theforge.Forge.dataset("dimensions: {stores: {count: 3}}");
        long cents = same.sales()
                .filter(row -> row.storeCode().equals("S00002"))
                .mapToLong(SalesRow::totalCents)
                .sum();

        assertThat(run("example.RevenueByStore"))
                .hasSize(3)
                .contains("S00002 " + java.math.BigDecimal.valueOf(cents, 2));
    }

    private static List<String> run(String main) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        classes + java.io.File.pathSeparator + CLASS_PATH,
                        main)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (var out = process.inputReader()) {
            lines = out.lines().toList();
        }
        assertThat(process.waitFor()).isZero();
        return lines;
    }
}
