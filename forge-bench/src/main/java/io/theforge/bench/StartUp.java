package io.theforge.bench;

import java.io.IOException;
import java.util.Arrays;

/** The time until {@code ./forge --help} has said everything and ended. */
final class StartUp {
    private static final int STARTS = 11;

    private StartUp() {}

    static void measure(Launcher forge, Report report) throws IOException, InterruptedException {
        double[] seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            seconds[i] = forge.run("--help").seconds();
        }
        Arrays.sort(seconds);
        report.atMost(0.4, "./forge --help, median of " + STARTS, seconds[STARTS / 2], "s");
    }
}
