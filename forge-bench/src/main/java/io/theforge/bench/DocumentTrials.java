package io.theforge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Documents and questions as people make them, on the disk of the temporary folder: the start of the program included. */
final class DocumentTrials {
    /** As few as there can be: what is left is the start and one pass over all series. */
    private static final int FEW = 20;

    private final Launcher forge;
    private final Report report;
    private final Sizes sizes;
    private final Path folder;

    private DocumentTrials(Launcher forge, Report report, Sizes sizes, Path folder) {
        this.forge = forge;
        this.report = report;
        this.sizes = sizes;
        this.folder = folder;
    }

    static void measure(Launcher forge, Report report, Sizes sizes, Path scratch)
            throws IOException, InterruptedException {
        new DocumentTrials(forge, report, sizes, scratch).measure();
    }

    private void measure() throws IOException, InterruptedException {
        double few = Double.MAX_VALUE;
        double many = Double.MAX_VALUE;
        for (int trial = 0; trial < sizes.trials(); trial++) {
            few = Math.min(few, seconds(FEW));
            many = Math.min(many, seconds(sizes.documents()));
        }
        report.figure(name(FEW) + ", best of " + sizes.trials(), few, "s");
        report.atMost(5, name(sizes.documents()) + ", best of " + sizes.trials(), many, "s");
        report.atMost(
                5, String.format(Locale.ROOT, "%,d documents against %d", sizes.documents(), FEW), many / few, "x");
    }

    private String name(int count) {
        return String.format(Locale.ROOT, "./forge documents, %,d of the %s", count, sizes.small());
    }

    private double seconds(int count) throws IOException, InterruptedException {
        Path out = folder.resolve("documents");
        if (Files.exists(out)) {
            Scratch.remove(out);
        }
        return forge.run(
                        "documents",
                        "--documents",
                        String.valueOf(count),
                        "--out",
                        out.toString(),
                        "--stores",
                        String.valueOf(sizes.smallStores()),
                        "--products",
                        String.valueOf(sizes.products()))
                .seconds();
    }
}
