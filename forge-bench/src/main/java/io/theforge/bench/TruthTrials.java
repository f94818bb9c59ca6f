package io.theforge.bench;

import java.io.IOException;
import java.util.function.Supplier;

/** What the answer key costs beside the load of the same dataset without it, taken in turns. */
final class TruthTrials {
    private TruthTrials() {}

    /** @param fresh gives the URL of a database that holds nothing */
    static void measure(Launcher forge, Report report, String target, Supplier<String> fresh, Sizes sizes)
            throws IOException, InterruptedException {
        double without = Double.MAX_VALUE;
        double with = Double.MAX_VALUE;
        for (int trial = 0; trial < sizes.trials(); trial++) {
            without = Math.min(
                    without,
                    forge.run(sizes.fullNew(sizes.stores(), fresh.get())).seconds());
            with = Math.min(
                    with,
                    forge.run(sizes.fullNew(sizes.stores(), fresh.get()), "--truth")
                            .seconds());
        }
        String name = target + ", " + sizes.large() + ": ./forge --full-new";
        report.figure(name + ", best of " + sizes.trials(), without, "s");
        report.figure(name + " --truth, best of " + sizes.trials(), with, "s");
        report.atMost(1.6, target + ": --truth against without", with / without, "x");
    }

    /** A year of the small dataset in 12 folds, the whole command. */
    static void oracle(Launcher forge, Report report, Supplier<String> fresh, Sizes sizes)
            throws IOException, InterruptedException {
        String url = fresh.get();
        forge.run(sizes.fullNew(sizes.smallStores(), url));
        double best = Double.MAX_VALUE;
        for (int trial = 0; trial < sizes.trials(); trial++) {
            best = Math.min(
                    best,
                    forge.run("oracle", "--folds", "12", "--json", "--database", url)
                            .seconds());
        }
        report.atMost(
                10,
                "./forge oracle, " + sizes.series() + " series, 366 days, 12 folds, best of " + sizes.trials(),
                best,
                "s");
    }
}
