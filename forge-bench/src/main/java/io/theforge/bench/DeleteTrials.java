package io.theforge.bench;

import java.io.IOException;
import java.util.function.Supplier;

/** {@code --delete} of a large dataset beside which there is nothing else. */
final class DeleteTrials {
    private static final int TRIALS = 3;

    private DeleteTrials() {}

    /** @param fresh gives the URL of a database that holds nothing */
    static void measure(Launcher forge, Report report, String target, Supplier<String> fresh, int stores)
            throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        for (int trial = 0; trial < TRIALS; trial++) {
            String url = fresh.get();
            forge.run(Options.fullNew(stores, url));
            best = Math.min(
                    best,
                    forge.run("--delete", "--confirm", "--json", "--database", url)
                            .seconds());
        }
        report.atMost(2, target + ", " + stores + " stores: ./forge --delete, best of " + TRIALS, best, "s");
    }
}
