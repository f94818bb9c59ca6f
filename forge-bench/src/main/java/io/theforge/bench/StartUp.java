package io.theforge.bench;

import java.io.IOException;
import java.util.Arrays;

/** The time until a short command has said everything and ended. */
final class StartUp {
    private static final int STARTS = 11;

    private StartUp() {}

    static void measure(Launcher forge, Report report) throws IOException, InterruptedException {
        median(forge, report, 0.4, "--help");
        median(forge, report, 1, "preview");
        median(forge, report, 1, "preview", "--scenario", "m5_like");
        median(forge, report, 1, "preview", "--stores", "100", "--products", "1000");
        median(forge, report, 1, "preview", "--end-date", "2043-12-31");
    }

    private static void median(Launcher forge, Report report, double target, String... command)
            throws IOException, InterruptedException {
        double[] seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            seconds[i] = forge.run(command).seconds();
        }
        Arrays.sort(seconds);
        report.atMost(
                target, "./forge " + String.join(" ", command) + ", median of " + STARTS, seconds[STARTS / 2], "s");
    }
}
