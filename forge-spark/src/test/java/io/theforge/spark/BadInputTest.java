package io.theforge.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes: one line each with place, reason and remedy, on {@code load()}, before anything is started. */
class BadInputTest {
    private static final AtomicInteger JOBS = new AtomicInteger();
    private static final SparkListener COUNTING = new SparkListener() {
        @Override
        public void onJobStart(SparkListenerJobStart start) {
            JOBS.incrementAndGet();
        }
    };

    @BeforeAll
    static void countJobs() {
        LocalSpark.session().sparkContext().addSparkListener(COUNTING);
    }

    /** A job that is right comes last: when it has been heard of, any before it has been. */
    @AfterAll
    static void noJobWasStarted() {
        try {
            LocalSpark.session().range(3).collectAsList();
            while (JOBS.get() == 0) {
                Thread.onSpinWait();
            }
            assertThat(JOBS).hasValue(1);
        } finally {
            LocalSpark.session().sparkContext().removeSparkListener(COUNTING);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            table      | stor        | option table: the Forge has no table "stor"; did you mean store? there are store, product, calendar,
            table      | none        | option table: is missing; there are store, product, calendar,
            sed        | 4           | option sed: there is no such option; did you mean seed? there are table, config, scenario,
            scenario   | holliday    | option scenario: "holliday" is no scenario; there are retail_standard, holiday_rush,
            seed       | 1.5         | option seed: "1.5" is no such number; give one such as 42
            stores     | 0           | option stores: "0" is out of range; give a whole number from 1 to 99,999
            stores     | 99999999999 | option stores: "99999999999" is no such number; give one such as 10
            products   | 1000000     | option products: "1000000" is out of range; give a whole number from 1 to 999,999
            sparsity   | 2           | option sparsity: "2.0" is out of range; give a number from 0 to 1,
            sparsity   | 0,5         | option sparsity: "0,5" is no such number; give one such as 0.25
            start_date | 2024-02-30  | option start_date: "2024-02-30" is no date; write it as year-month-day, such as 2024-01-31
            endDate    | 2023-01-01  | option end_date: the end 2023-01-01 is before the start 2024-01-01; give an end
            end_date   | 2060-01-01  | option end_date: the date range 2024-01-01 to 2060-01-01 is longer than 30 years; end on 2053-12-31
            partitions | 0           | option partitions: "0" is less than 1; give 1 or more
            partitions | -1          | option partitions: "-1" is less than 1; give 1 or more
            partitions | 100001      | option partitions: "100001" is more than Spark's driver keeps the books of; give 100000 or less
            partitions | many        | option partitions: "many" is no such number; give one such as 64
            without    | sunshine    | option without: "sunshine" is no effect that can be left out; there are promotions,
            path       | /data/sales | option path: a table of the Forge is made, and not read from a path; leave the path out
            tally      | 5           | option tally is for the job alone
            config     | 'seed: x'   | config:1:7: seed is "x", which is not a whole number; give a whole number
            config     | /no/x.yaml  | /no/x.yaml: there is no such file; give an address that the driver can read, or the text itself
            config     | nofs://x.yml | nofs://x.yml: it cannot be read (No FileSystem for scheme "nofs"); check the address,
            config     | file:/no/x.cfg | file:/no/x.cfg: there is no such file
            config     | a:b.c.yaml  | a:b.c.yaml: it cannot be read
            config     | 'calendar: {country: ZZ}' | config:1:21: no public holidays are known for the country "ZZ"; did you mean CZ?
            """)
    void aMistakeInAnOptionIsOneLine(String option, String value, String message) {
        assertThatThrownBy(() -> {
                    if (option.equals("table")) {
                        LocalSpark.session()
                                .read()
                                .format("forge")
                                .options(value == null ? Map.of() : Map.of(option, value))
                                .load();
                    } else {
                        LocalSpark.table("store", option, value).count();
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMistakeInTheConfigurationIsNamedWithLineAndColumn() {
        assertThatThrownBy(() -> LocalSpark.table("sales_daily", "config", "seed: 1\nretail:\n  promo: 2\n"))
                .hasMessageStartingWith("config:3:3: retail has no key \"promo\"; known here: promotion_probability");
    }

    @Test
    void aConfigurationAndAnotherScenarioContradict() {
        assertThatThrownBy(() -> LocalSpark.table("store", "config", "scenario: sparse", "scenario", "fresh"))
                .hasMessage("scenario: the configuration says scenario sparse, and scenario fresh is asked for;"
                        + " name the scenario in one place");
        assertThat(LocalSpark.table("store", "config", "scenario: sparse", "scenario", "sparse")
                        .schema()
                        .isEmpty())
                .isFalse();
    }

    @Test
    void anOptionIsGivenOnce() {
        assertThatThrownBy(() -> LocalSpark.table("store", "start-date", "2024-01-01", "start_date", "2024-02-01"))
                .hasMessageStartingWith("option start")
                .hasMessageContaining("it is given twice, as")
                .hasMessageEndingWith("; give it once");
    }

    @Test
    void columnsOfOthersAreRefused() {
        assertThatThrownBy(() -> LocalSpark.session()
                        .read()
                        .format("forge")
                        .option("table", "calendar")
                        .schema("a INT")
                        .load())
                .hasMessageStartingWith("columns of calendar: a int are given, and it has date date, day_of_week int,")
                .hasMessageEndingWith("; leave them out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "large", "latin", "right"})
    void aConfigurationIsAFile(String what, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("shop.yaml");
        String address = what.equals("right") ? file.toUri().toString() : file.toString();
        String message = switch (what) {
            case "folder" -> {
                Files.createDirectory(file);
                yield ": it is a folder; give the file in it";
            }
            case "large" -> {
                Files.writeString(file, "#".repeat(2 << 20));
                yield ": the file is too large; a configuration has at most 1,048,576 bytes";
            }
            case "latin" -> {
                Files.write(file, new byte[] {'#', (byte) 0xe9, '\n'});
                yield ":1:2: the file is not UTF-8 text; save it as UTF-8 text";
            }
            default -> {
                Files.writeString(file, "dimensions: {stores: {count: 0}}\n");
                yield ":1:30: dimensions.stores.count is";
            }
        };
        assertThatThrownBy(() -> LocalSpark.table("store", "config", address))
                .hasMessageStartingWith(address + message);
    }
}
