package io.theforge.database.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process has had. */
public final class PeakMemory {
    private PeakMemory() {}

    /** Peak resident set in bytes where the system tells (Linux), else the memory that the JVM holds now. */
    public static long bytes() {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            try {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith("VmHWM:")) {
                        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
                    }
                }
            } catch (IOException | NumberFormatException e) {
                // not the file that Linux shows: the JVM's own figure has to do
            }
        }
        return Runtime.getRuntime().totalMemory();
    }
}
