package io.theforge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole {@code --full-new} into an embedded file against a bare appender and against the ceiling by hand, in turns, each into a new file. */
final class DuckDbTrials {
    private final Sizes sizes;
    private final Launcher forge;
    private final Path folder;
    private double forgeSeconds = Double.MAX_VALUE;
    private double appenderSeconds = Double.MAX_VALUE;
    private double ceilingSeconds = Double.MAX_VALUE;
    private double peakMegabytes;

    private DuckDbTrials(Sizes sizes, Launcher forge, Path folder) {
        this.sizes = sizes;
        this.forge = forge;
        this.folder = folder;
    }

    /** @param isLong whether ten times the rows are loaded too */
    static void measure(Sizes sizes, Launcher forge, Path folder, Report report, boolean isLong) throws Exception {
        DuckDbTrials small = new DuckDbTrials(sizes, forge, folder);
        small.run(sizes.smallStores(), null);
        report.atMost(
                4,
                "DuckDB, " + sizes.small() + ": ./forge --full-new, best of " + sizes.trials(),
                small.forgeSeconds,
                "s");
        report.figure(
                "DuckDB, " + sizes.small() + ": bare appender, best of " + sizes.trials(), small.appenderSeconds, "s");
        report.figure(
                "DuckDB, " + sizes.small() + ": --full-new against it",
                small.forgeSeconds / small.appenderSeconds,
                "x");

        DuckDbTrials large = new DuckDbTrials(sizes, forge, folder);
        large.run(sizes.stores(), new DuckDbByHand(folder));
        String rows = sizes.large();
        report.figure("DuckDB, " + rows + ": ./forge --full-new, best of " + sizes.trials(), large.forgeSeconds, "s");
        report.figure("DuckDB, " + rows + ": bare appender, best of " + sizes.trials(), large.appenderSeconds, "s");
        report.figure("DuckDB, " + rows + ": --full-new against it", large.forgeSeconds / large.appenderSeconds, "x");
        report.figure("DuckDB, " + rows + ": ceiling by hand, best of " + sizes.trials(), large.ceilingSeconds, "s");
        report.atMost(1, "DuckDB: --full-new against the ceiling", large.forgeSeconds / large.ceilingSeconds, "x");
        report.atMost(300, "DuckDB, " + rows + ": peak memory", large.peakMegabytes, "MB");
        if (isLong) {
            large.tenfold(report);
        }
    }

    private void tenfold(Report report) throws IOException, InterruptedException {
        Path file = folder.resolve("tenfold.duckdb");
        Command.Ended run = forge.run(sizes.fullNew(10 * sizes.stores(), "duckdb:" + file));
        Files.delete(file);
        report.figure("DuckDB, ten times the stores: ./forge --full-new, once", run.seconds(), "s");
        report.atMost(300, "DuckDB, ten times the stores: peak memory", Launcher.peakMegabytes(run), "MB");
    }

    private void run(int stores, @Nullable DuckDbByHand byHand) throws IOException, InterruptedException, SQLException {
        BareAppender appender = new BareAppender(sizes.plan(stores));
        Path forgeFile = folder.resolve("forge.duckdb");
        Path bareFile = folder.resolve("bare.duckdb");
        for (int trial = 0; trial < sizes.trials(); trial++) {
            Command.Ended made = forge.run(sizes.fullNew(stores, "duckdb:" + forgeFile));
            forgeSeconds = Math.min(forgeSeconds, made.seconds());
            peakMegabytes = Math.max(peakMegabytes, Launcher.peakMegabytes(made));
            appenderSeconds = Math.min(appenderSeconds, appender.load(bareFile));
            if (byHand != null) {
                if (trial == 0) {
                    byHand.makeFiles(forgeFile);
                }
                ceiling(byHand, forgeFile);
            }
            Files.delete(forgeFile);
            Files.delete(bareFile);
        }
    }

    /** A comparison of loads means something only if the same is there afterwards. */
    private void ceiling(DuckDbByHand byHand, Path forgeFile) throws IOException, SQLException {
        Path handFile = folder.resolve("hand.duckdb");
        ceilingSeconds = Math.min(ceilingSeconds, byHand.load(handFile));
        List<String> made = DuckDbByHand.content(forgeFile);
        List<String> loaded = DuckDbByHand.content(handFile);
        if (!loaded.equals(made)) {
            throw new IllegalStateException(
                    "by hand the file does not hold what the Forge made: " + loaded + " instead of " + made);
        }
        Files.delete(handFile);
    }
}
