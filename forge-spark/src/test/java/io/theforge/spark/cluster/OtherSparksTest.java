package io.theforge.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.Forge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar in other versions of Spark than the one that it is compiled against, fetched by Maven: some 300 MB each. */
@EnabledIfSystemProperty(named = "forge.exhaustive", matches = "true", disabledReason = "it fetches three Sparks")
@EnabledOnJre(value = JRE.JAVA_17, disabledReason = "older Sparks do not run on newer Java")
class OtherSparksTest {
    private static final Path POM = Path.of("src", "test", "spark", "pom.xml").toAbsolutePath();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"4.1.3", "4.0.4"})
    void theSameRowsInOlderSparks(String version) throws IOException, InterruptedException {
        try (SparkProcess job = generate(version)) {
            new Output(folder).assertWhole(job, Forge.dataset("scenario: holiday_rush"), 3);
        }
    }

    @Test
    void aSparkThatIsTooOldIsRefusedInOneLine() throws IOException, InterruptedException {
        try (SparkProcess job = generate("3.5.7")) {
            assertThat(job.exitCode()).as(job.output()).isNotZero();
            assertThat(job.output())
                    .contains("The Forge needs Spark 4.0 or newer, and this is Spark 3.5.7")
                    .doesNotContain("\tat io.theforge", "NoClassDefFoundError");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private SparkProcess generate(String version) throws IOException, InterruptedException {
        return Submission.start(
                "spark-" + version,
                home(version),
                "local[2]",
                List.of(),
                "io.theforge.spark.Generate",
                "--scenario",
                "holiday_rush",
                "--format",
                "csv",
                "--partitions",
                "3",
                "--out",
                folder.toString());
    }

    private static SparkHome home(String version) throws IOException, InterruptedException {
        Path home = Path.of("target", "spark-" + version).toAbsolutePath();
        Path said = Files.createDirectories(home).resolve("maven.log");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("forge.test.maven"), "bin", "mvn")
                                .toString(),
                        "-B",
                        "-ntp",
                        "-q",
                        "-f",
                        POM.toString(),
                        "-Dspark.version=" + version,
                        "-Dspark.jars=" + home.resolve("jars"),
                        "dependency:copy-dependencies")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(said)).isZero();
        return new SparkHome(home);
    }
}
