package io.theforge.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;

/** What the answer key costs beside the load of the same dataset without it, taken in turns. */
final class TruthTrials {
    private static final int TRIALS = 3;

    private TruthTrials() {}

    /** @param fresh gives the URL of a database that holds nothing */
    static void measure(Launcher forge, Report report, String target, Supplier<String> fresh, int stores)
            throws IOException, InterruptedException {
        double without = Double.MAX_VALUE;
        double with = Double.MAX_VALUE;
        for (int trial = 0; trial < TRIALS; trial++) {
            without = Math.min(
                    without, forge.run(Options.fullNew(stores, fresh.get())).seconds());
            String[] plain = Options.fullNew(stores, fresh.get());
            String[] truthful = Arrays.copyOf(plain, plain.length + 1);
            truthful[plain.length] = "--truth";
            with = Math.min(with, forge.run(truthful).seconds());
        }
        String name = target + ", " + stores + " stores: ./forge --full-new";
        report.figure(name + ", best of " + TRIALS, without, "s");
        report.figure(name + " --truth, best of " + TRIALS, with, "s");
        report.atMost(1.6, target + ": --truth against without", with / without, "x");
    }

    /** 500 series of 366 days in 12 folds, the whole command. */
    static void oracle(Launcher forge, Report report, Supplier<String> fresh) throws IOException, InterruptedException {
        String url = fresh.get();
        forge.run("--full-new", "--confirm", "--json", "--database", url);
        double best = Double.MAX_VALUE;
        for (int trial = 0; trial < TRIALS; trial++) {
            best = Math.min(
                    best,
                    forge.run("oracle", "--folds", "12", "--json", "--database", url)
                            .seconds());
        }
        report.atMost(10, "./forge oracle, 500 series, 366 days, 12 folds, best of " + TRIALS, best, "s");
    }
}
