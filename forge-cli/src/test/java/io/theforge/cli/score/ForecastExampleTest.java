package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.cli.Ran;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What examples/forecast shows, from the export to the score by level. */
class ForecastExampleTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "forecast").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void theReadmeShowsWhoWinsAtWhichLevel() throws Exception {
        assumeTrue(
                Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(String.valueOf(System.getenv("PATH")))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))),
                "no python3 on the PATH: examples/forecast/models.py is not run");
        run("--full-new", "--confirm");
        run("export", "--format", "csv", "--layout", "series", "--out", "shop-series");
        Process python = new ProcessBuilder(
                        "python3", EXAMPLES.resolve("models.py").toString(), "shop-series")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("forecast.csv").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(python.waitFor()).isZero();

        String shown = Files.readString(EXAMPLES.resolve("README.md"))
                .split("The answer has this part:")[1]
                .split("```")[1]
                .strip();
        assertThat(run("score", "forecast.csv").replace(System.lineSeparator(), "\n"))
                .contains("\n" + shown + "\n");
    }

    private String run(String... arguments) {
        Ran ran = Ran.in(folder, arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.out();
    }
}
