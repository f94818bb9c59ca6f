package io.theforge.bench;

import io.theforge.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The whole {@code --full-new} into an embedded file against a bare appender, in turns, each into a new file. */
final class DuckDbTrials {
    private static final int TRIALS = 3;

    private final Launcher forge;
    private final Path folder;
    private double forgeSeconds = Double.MAX_VALUE;
    private double appenderSeconds = Double.MAX_VALUE;

    private DuckDbTrials(Launcher forge, Path folder) {
        this.forge = forge;
        this.folder = folder;
    }

    static void measure(Options options, Launcher forge, Path folder, Report report) throws Exception {
        Options defaults = Options.parse("--stores", "10");
        DuckDbTrials small = new DuckDbTrials(forge, folder);
        small.run(defaults.plan(), defaults.stores());
        report.atMost(4, "DuckDB, default dataset: ./forge --full-new, best of " + TRIALS, small.forgeSeconds, "s");
        report.figure("DuckDB, default dataset: bare appender, best of " + TRIALS, small.appenderSeconds, "s");
        report.figure(
                "DuckDB, default dataset: --full-new against it", small.forgeSeconds / small.appenderSeconds, "x");

        DuckDbTrials large = new DuckDbTrials(forge, folder);
        large.run(options.plan(), options.stores());
        String rows = options.stores() + " stores";
        report.figure("DuckDB, " + rows + ": ./forge --full-new, best of " + TRIALS, large.forgeSeconds, "s");
        report.figure("DuckDB, " + rows + ": bare appender, best of " + TRIALS, large.appenderSeconds, "s");
        report.figure("DuckDB, " + rows + ": --full-new against it", large.forgeSeconds / large.appenderSeconds, "x");
    }

    private void run(Plan plan, int stores) throws IOException, InterruptedException, SQLException {
        BareAppender appender = new BareAppender(plan);
        Path forgeFile = folder.resolve("forge.duckdb");
        Path bareFile = folder.resolve("bare.duckdb");
        for (int trial = 0; trial < TRIALS; trial++) {
            double seconds =
                    forge.run(Options.fullNew(stores, "duckdb:" + forgeFile)).seconds();
            forgeSeconds = Math.min(forgeSeconds, seconds);
            appenderSeconds = Math.min(appenderSeconds, appender.load(bareFile));
            Files.delete(forgeFile);
            Files.delete(bareFile);
        }
    }
}
