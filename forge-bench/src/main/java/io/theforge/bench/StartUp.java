package io.theforge.bench;

import java.io.IOException;
import java.util.Arrays;

/** The time until a short command has said everything and ended. */
final class StartUp {
    private StartUp() {}

    static void measure(Launcher forge, Report report, int starts) throws IOException, InterruptedException {
        median(forge, report, starts, 0.4, "--help");
        median(forge, report, starts, 1, "preview");
        median(forge, report, starts, 1, "preview", "--scenario", "m5_like");
        median(forge, report, starts, 1, "preview", "--stores", "100", "--products", "1000");
        median(forge, report, starts, 1, "preview", "--end-date", "2043-12-31");
    }

    private static void median(Launcher forge, Report report, int starts, double target, String... command)
            throws IOException, InterruptedException {
        double[] seconds = new double[starts];
        for (int i = 0; i < starts; i++) {
            seconds[i] = forge.run(command).seconds();
        }
        Arrays.sort(seconds);
        report.atMost(
                target, "./forge " + String.join(" ", command) + ", median of " + starts, seconds[starts / 2], "s");
    }
}
