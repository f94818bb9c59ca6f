package io.theforge.bench;

import java.io.IOException;
import java.util.function.Supplier;

/** {@code --delete} of a large dataset beside which there is nothing else. */
final class DeleteTrials {
    private DeleteTrials() {}

    /** @param fresh gives the URL of a database that holds nothing */
    static void measure(Launcher forge, Report report, String target, Supplier<String> fresh, Sizes sizes)
            throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        for (int trial = 0; trial < sizes.trials(); trial++) {
            String url = fresh.get();
            forge.run(sizes.fullNew(sizes.stores(), url));
            best = Math.min(
                    best,
                    forge.run("--delete", "--confirm", "--json", "--database", url)
                            .seconds());
        }
        report.atMost(2, target + ", " + sizes.large() + ": ./forge --delete, best of " + sizes.trials(), best, "s");
    }
}
