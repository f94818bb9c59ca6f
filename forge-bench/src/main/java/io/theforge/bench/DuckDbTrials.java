package io.theforge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The whole {@code --full-new} into an embedded file against a bare appender, in turns, each into a new file. */
final class DuckDbTrials {
    private final Sizes sizes;
    private final Launcher forge;
    private final Path folder;
    private double forgeSeconds = Double.MAX_VALUE;
    private double appenderSeconds = Double.MAX_VALUE;

    private DuckDbTrials(Sizes sizes, Launcher forge, Path folder) {
        this.sizes = sizes;
        this.forge = forge;
        this.folder = folder;
    }

    static void measure(Sizes sizes, Launcher forge, Path folder, Report report) throws Exception {
        DuckDbTrials small = new DuckDbTrials(sizes, forge, folder);
        small.run(sizes.smallStores());
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
        large.run(sizes.stores());
        String rows = sizes.large();
        report.figure("DuckDB, " + rows + ": ./forge --full-new, best of " + sizes.trials(), large.forgeSeconds, "s");
        report.figure("DuckDB, " + rows + ": bare appender, best of " + sizes.trials(), large.appenderSeconds, "s");
        report.figure("DuckDB, " + rows + ": --full-new against it", large.forgeSeconds / large.appenderSeconds, "x");
    }

    private void run(int stores) throws IOException, InterruptedException, SQLException {
        BareAppender appender = new BareAppender(sizes.plan(stores));
        Path forgeFile = folder.resolve("forge.duckdb");
        Path bareFile = folder.resolve("bare.duckdb");
        for (int trial = 0; trial < sizes.trials(); trial++) {
            double seconds =
                    forge.run(sizes.fullNew(stores, "duckdb:" + forgeFile)).seconds();
            forgeSeconds = Math.min(forgeSeconds, seconds);
            appenderSeconds = Math.min(appenderSeconds, appender.load(bareFile));
            Files.delete(forgeFile);
            Files.delete(bareFile);
        }
    }
}
