package io.theforge.export.layout;

import static io.theforge.export.ExportedShop.query;
import static io.theforge.export.ExportedShop.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.export.ExportedShop;
import io.theforge.export.text.TextFormat;
import io.theforge.plan.Plan;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Ten lines of Python read the layouts")
class PythonReadsTest {
    private static final Plan PLAN = ExportedShop.plan("""
            dimensions: {stores: {count: 2}, products: {count: 5}}
            date_range: {start: 2024-01-01, end: 2024-02-29}
            sparsity: {missing_days_pct: 0.05}
            """);

    private static final int MOST_SECONDS = 60;

    @TempDir
    private Path folder;

    @BeforeEach
    void pythonIsThere() {
        assumeTrue(
                Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(String.valueOf(System.getenv("PATH")))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "python3"))),
                "no python3 on the PATH");
    }

    @Test
    @DisplayName("series: units of each series, by date")
    void series() throws Exception {
        write(PLAN, Layout.SERIES, TextFormat.CSV, folder.resolve("out"));
        assertThat(python("""
                import csv, datetime
                units, last = {}, {}
                for row in csv.DictReader(open("out/series.csv", encoding="utf-8")):
                    series, day = row["unique_id"], datetime.date.fromisoformat(row["ds"])
                    assert series not in last or last[series] < day
                    last[series] = day
                    units[series] = units.get(series, 0) + float(row["y"])
                    assert float(row["price"]) > 0 and 0 <= float(row["discount"]) < 1
                for series in sorted(units):
                    print(series, int(units[series]), sep="|")
                """))
                .isEqualTo(String.join(
                        "\n",
                        query(folder, "SELECT unique_id, sum(y) FROM 'FOLDER/out/series.csv' GROUP BY 1 ORDER BY 1")));
    }

    @Test
    @DisplayName("m5: units of each item, by day")
    void m5() throws Exception {
        write(PLAN, Layout.M5, TextFormat.CSV, folder.resolve("out"));
        assertThat(python("""
                import csv
                days = [row["d"] for row in csv.DictReader(open("out/calendar.csv", encoding="utf-8"))]
                for row in csv.DictReader(open("out/sales_train_evaluation.csv", encoding="utf-8")):
                    assert list(row)[6:] == days[:-28]
                    print(row["id"], sum(int(row[d]) for d in days[:-28]), sep="|")
                """)).isEqualTo(String.join("\n", query(folder, """
                        SELECT id, sum(units) FROM (UNPIVOT 'FOLDER/out/sales_train_evaluation.csv'
                            ON COLUMNS('d_.*') INTO NAME name VALUE units) GROUP BY id, store_id, item_id
                        ORDER BY store_id, item_id""")));
    }

    private String python(String script) throws Exception {
        Path printed = folder.resolve("printed");
        Process python = new ProcessBuilder("python3", "-c", script)
                .directory(folder.toFile())
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(python.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            python.destroyForcibly();
        }
        assertThat(python.exitValue()).isZero();
        return Files.readString(printed).strip();
    }
}
