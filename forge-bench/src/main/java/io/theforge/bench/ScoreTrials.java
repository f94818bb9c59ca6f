package io.theforge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Files of forecasts in the long format, four weeks from each of many cutoffs, scored as people do it: the start of the program included. */
final class ScoreTrials {
    private static final int DAYS = 28;
    /** A cutoff a week: 560,000 forecasts of 500 series. */
    private static final int WEEKS = 40;
    /** A cutoff a day: five million. */
    private static final int CUTOFFS = 357;

    private static final String INTERVALS =
            ", m * 0.5 AS \"model-lo-90\", m * 0.8 AS \"model-lo-50\", m * 1.2 AS \"model-hi-50\", m * 1.5 AS \"model-hi-90\"";

    private final Launcher forge;
    private final Report report;
    private final Sizes sizes;
    private final Path folder;
    private final Path database;

    private ScoreTrials(Launcher forge, Report report, Sizes sizes, Path folder) {
        this.forge = forge;
        this.report = report;
        this.sizes = sizes;
        this.folder = folder;
        database = folder.resolve("shop.duckdb");
    }

    static void measure(Launcher forge, Report report, Sizes sizes, Path scratch)
            throws IOException, InterruptedException, SQLException {
        new ScoreTrials(forge, report, sizes, scratch).measure();
    }

    private void measure() throws IOException, InterruptedException, SQLException {
        forge.run(sizes.fullNew(sizes.smallStores(), "duckdb:" + database), "--start-date", "2023-01-01");
        write("weekly.csv", WEEKS, 7, INTERVALS);
        write("daily.csv", CUTOFFS, 1, "");
        write("daily.parquet", CUTOFFS, 1, "");
        score("weekly.csv", WEEKS, " with quantiles", 6, 256);
        score("daily.csv", CUTOFFS, "", 40, 300);
        score("daily.parquet", CUTOFFS, "", 40, 300);
    }

    /** @param apart days between two cutoffs */
    private void write(String file, int cutoffs, int apart, String intervals) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH " + Scratch.quoted(database) + " AS shop (READ_ONLY)");
            statement.execute(String.format(
                    Locale.ROOT, """
                    COPY (
                        SELECT unique_id, ds, cutoff, m AS model%s
                        FROM (
                            SELECT s.code || '/' || p.sku AS unique_id, d.date AS ds, c.cutoff,
                                round(quantity * 0.5 + 8 + hash(d.date) %% 300 / 100, 2) AS m
                            FROM shop.sales_daily d JOIN shop.store s ON s.id = store_id JOIN shop.product p ON p.id = product_id,
                                (SELECT DATE '2024-12-03' - CAST(i * %d AS INTEGER) AS cutoff FROM range(%d) t (i)) c
                            WHERE d.date > c.cutoff AND d.date <= c.cutoff + %d
                        )
                        ORDER BY cutoff, ds, unique_id
                    ) TO %s""", intervals, apart, cutoffs, DAYS, Scratch.quoted(folder.resolve(file))));
        }
    }

    private void score(String file, int cutoffs, String more, double seconds, double megabytes)
            throws IOException, InterruptedException {
        Command.Ended best = null;
        double peak = 0;
        for (int trial = 0; trial < sizes.trials(); trial++) {
            Command.Ended run =
                    forge.run("score", folder.resolve(file).toString(), "--json", "--database", "duckdb:" + database);
            best = best == null || run.seconds() < best.seconds() ? run : best;
            peak = Math.max(peak, Launcher.peakMegabytes(run));
        }
        String name = String.format(
                Locale.ROOT,
                "./forge score, %s, %,d forecasts of %d series%s",
                file,
                cutoffs * DAYS * sizes.series(),
                sizes.series(),
                more);
        report.atMost(seconds, name + ", best of " + sizes.trials(), best == null ? 0 : best.seconds(), "s");
        report.atMost(megabytes, name + ": peak memory", peak, "MB");
    }
}
