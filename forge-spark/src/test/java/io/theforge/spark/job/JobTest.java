package io.theforge.spark.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.Forge;
import io.theforge.database.report.Progress;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.read.CheckedRows;
import io.theforge.export.read.ExportCheck;
import io.theforge.export.read.manifest.ManifestReader;
import io.theforge.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the job leaves behind, when it ends well and when it does not. */
class JobTest {
    private static final String SHOP = "dimensions: {stores: {count: 3}, products: {count: 7}}\n"
            + "date_range: {start: 2024-01-01, end: 2024-03-31}\n"
            + "sparsity: {missing_combinations_pct: 0.2, random_gaps_per_series: 1}\n"
            + "retail: {promotion_probability: 0.4, new_product_share: 0.3}\n";

    private static SparkSession spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        spark = LocalSpark.session();
    }

    private void run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--out", out().toString()));
        all.addAll(List.of(arguments));
        GenerateFlags.run(all.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("größe shop");
    }

    private String shop() throws IOException {
        return Files.writeString(folder.resolve("shop.yaml"), SHOP).toString();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> there = Files.list(out())) {
            return there.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"parquet, 1", "csv, 5"})
    void aReaderThatIsNotSparkFindsTheRowsOfOneMachine(String format, String partitions) throws IOException {
        run("--config", shop(), "--format", format, "--partitions", partitions, "--truth");
        CheckedRows checked = ExportCheck.of(out(), Progress.NONE);
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.fingerprint()).isEqualTo(Forge.dataset(SHOP).fingerprint());
        Manifest manifest = ManifestReader.read(out());
        assertThat(manifest.fingerprint()).isEqualTo(checked.fingerprint());
        assertThat(manifest.files().stream().filter(file -> "sales_daily".equals(file.table())))
                .hasSize(Integer.parseInt(partitions));
        assertThat(names())
                .containsExactly(
                        "_SUCCESS",
                        "calendar",
                        "croissant.json",
                        "inventory_snapshot_daily",
                        "manifest.json",
                        "price_history",
                        "product",
                        "promotion",
                        "sales_daily",
                        "store",
                        "truth");
    }

    @Test
    void anOutputThatIsThereIsReplacedOnlyWhenThatIsSaid() throws IOException {
        run("--stores", "2", "--products", "3", "--format", "orc", "--truth");
        assertThat(spark.read().orc(out().resolve("sales_daily").toString()).count())
                .isEqualTo(2 * 3 * 366);
        assertThat(refusal("--format", "csv"))
                .contains("there is an output of this job")
                .contains("--overwrite");
        run("--stores", "1", "--products", "3", "--format", "parquet", "--overwrite");
        assertThat(names()).doesNotContain("truth");
        assertThat(ExportCheck.of(out(), Progress.NONE).problems()).isEmpty();
    }

    @Test
    void whatOthersHavePutThereIsNeverRemoved() throws IOException {
        Files.createDirectories(out());
        Path thesis = Files.writeString(out().resolve("thesis.tex"), "years of work");
        assertThat(refusal("--format", "csv", "--overwrite"))
                .contains("thesis.tex")
                .contains("name another folder");
        assertThat(thesis).hasContent("years of work");
        Files.delete(thesis);
        run("--stores", "1", "--products", "2", "--format", "csv");
        Path notes = Files.writeString(out().resolve("notes.txt"), "mine");
        assertThat(refusal("--format", "csv", "--overwrite")).contains("notes.txt");
        assertThat(notes).hasContent("mine");
        assertThat(out().resolve("_SUCCESS")).exists();
    }

    @Test
    void aTableOfAnotherProgramIsNotTakenForOurs() throws IOException {
        Path table = Files.createDirectories(out().resolve("sales_daily"));
        Files.writeString(table.resolve("part-00000.csv"), "1,2");
        assertThat(refusal("--format", "csv", "--overwrite")).contains("sales_daily");
        assertThat(table.resolve("part-00000.csv")).exists();
    }

    @Test
    void anOutputThatIsNotWholeIsToldApart() throws IOException {
        run("--stores", "1", "--products", "2", "--format", "csv");
        Files.delete(out().resolve("_SUCCESS"));
        Files.writeString(out().resolve("_INCOMPLETE"), "");
        assertThat(refusal("--format", "csv")).contains("not whole").contains("--overwrite");
        run("--stores", "1", "--products", "2", "--format", "csv", "--overwrite");
        assertThat(names()).contains("_SUCCESS").doesNotContain("_INCOMPLETE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theMarkStandsForAsLongAsAnythingIsRemoved(boolean overEarlier) throws IOException {
        if (overEarlier) {
            run("--stores", "1", "--products", "2", "--format", "csv");
        }
        spark.sparkContext().hadoopConfiguration().set("fs.failing.impl", FailingFiles.class.getName());
        FailingFiles.output = out();
        FailingFiles.unmarkedRemovals = 0;
        assertThatThrownBy(() ->
                        GenerateFlags.run(new String[] {"--out", "failing:" + out(), "--format", "csv", "--overwrite"}))
                .isInstanceOf(JobException.class);
        assertThat(FailingFiles.unmarkedRemovals).isZero();
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(out(), "a file");
        assertThat(refusal("--format", "csv", "--overwrite")).contains("it is a file");
    }

    @Test
    void aWriteThatFailsLeavesNothing() throws IOException {
        spark.sparkContext().hadoopConfiguration().set("fs.failing.impl", FailingFiles.class.getName());
        JobException failure = catchThrowableOfType(
                JobException.class,
                () -> GenerateFlags.run(new String[] {"--out", "failing:" + out(), "--format", "csv"}));
        assertThat(failure).hasMessageContaining("sales_daily").hasMessageContaining("No space left on device");
        assertThat(failure.getMessage().lines()).hasSize(1);
        assertThat(failure.exitCode()).isEqualTo(1);
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format xml | --format: \"xml\" is no format; there are parquet, csv, orc, delta",
                "--format delta | Delta's package is not there",
                "--format csv --seed x | --seed: \"x\" is no such number; give one such as 42",
                "--format csv --stores 0 | --stores",
                "--format csv --scenario m5lik | no scenario",
                "--format csv --config none.yaml | none.yaml: there is no such file",
                "--format csv --partitions 0 | --partitions",
                "--format csv --without sunshine | --without: \"sunshine\" is no effect",
                "--format csv --start-date 2024-02-30 | --start-date: \"2024-02-30\" is no date; write it as",
                "--format csv --nonsense | Unknown option",
                "--seed 5 | --format"
            })
    void badArgumentsAreToldBeforeAnythingIsWritten(String arguments, String message) {
        JobException failure = catchThrowableOfType(
                JobException.class, () -> run(arguments.strip().split(" ")));
        assertThat(failure).hasMessageContaining(message.strip());
        assertThat(failure.exitCode()).isEqualTo(2);
        assertThat(failure.getMessage().lines()).hasSize(1);
        assertThat(out()).doesNotExist();
    }

    private String refusal(String... arguments) {
        JobException refused = catchThrowableOfType(JobException.class, () -> run(arguments));
        assertThat(refused.exitCode()).isEqualTo(3);
        return refused.getMessage();
    }
}
