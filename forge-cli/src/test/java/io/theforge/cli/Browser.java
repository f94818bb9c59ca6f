package io.theforge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real browser, without a window and without the network, that shows one page. */
public final class Browser {
    private Browser() {}

    /** The document as it is after its scripts have run for two seconds of the browser's own, faster time. */
    public static String documentOf(Path page, Path folder) throws IOException, InterruptedException {
        Path document = folder.resolve("document.html");
        Chromium.run(
                document,
                Chromium.program().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1000,900",
                "--virtual-time-budget=2000",
                "--dump-dom",
                page.toUri().toString());
        return Files.readString(document);
    }
}
