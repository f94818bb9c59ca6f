package io.theforge.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.dataset.Dataset;
import io.theforge.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the job has written, in CSV.
 *
 * @param folder where to
 */
record Output(Path folder) {
    private static final Pattern FINGERPRINT = Pattern.compile("(?m)^fingerprint (\\S+)$");

    /** Checks that the job has ended well, with every row of the dataset once, and the dataset's fingerprint. */
    void assertWhole(SparkProcess job, Dataset dataset, int partitions) throws IOException, InterruptedException {
        assertThat(job.exitCode()).as(job.output()).isZero();
        assertThat(folder.resolve("_SUCCESS")).exists();
        Matcher said = FINGERPRINT.matcher(job.output());
        assertThat(said.find()).isTrue();
        assertThat(said.group(1)).isEqualTo(dataset.fingerprint());
        List<String> sales = rows(Table.SALES_DAILY, partitions);
        assertThat(sales).hasSize((int) dataset.sales().count());
        assertThat(new HashSet<>(sales)).hasSameSizeAs(sales);
    }

    /** Returns the rows of a table, each as one line, of as many files as there were parts. */
    private List<String> rows(Table table, int files) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(table.sqlName()))) {
            List<Path> parts =
                    all.filter(file -> file.toString().endsWith(".csv")).toList();
            assertThat(parts).hasSize(files);
            List<String> rows = new ArrayList<>();
            for (Path part : parts) {
                Files.readAllLines(part).stream().skip(1).forEach(rows::add);
            }
            return rows;
        }
    }
}
