package io.theforge.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process has held. */
final class PeakMemory {
    private static final String PEAK_OF_RESIDENT_KIB = "VmHWM:";

    private PeakMemory() {}

    /** Bytes: of the whole process where the system tells (Linux), else what the JVM knows of itself now. */
    static long bytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith(PEAK_OF_RESIDENT_KIB)) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
                }
            }
        } catch (IOException notLinux) {
            // the JVM's own figure, below
        }
        var memory = ManagementFactory.getMemoryMXBean();
        return memory.getHeapMemoryUsage().getCommitted() + memory.getNonHeapMemoryUsage().getCommitted();
    }
}
