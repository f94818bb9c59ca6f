package io.theforge.database.crash;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.report.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A process of its own that does the work and says a line for each thing that it hears from it. */
final class KilledWork {
    private KilledWork() {}

    public static void main(String[] arguments) {
        try (Warehouse warehouse = Warehouse.of(DatabaseUrl.parse(arguments[1], Path.of("")))) {
            Work.valueOf(arguments[0]).run(warehouse, new Talking());
        }
        System.out.println("done");
    }

    private static Process start(Work work, String url, Path folder) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // a killed process leaves DuckDB's unpacked library behind: in the test's folder, then
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWork.class.getName(),
                        work.name(),
                        url))
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    /** Lines that the work says when nobody kills it. */
    static int lines(Work work, String url, Path folder) throws IOException {
        try (BufferedReader lines = read(start(work, url, folder))) {
            return (int) lines.lines().count();
        }
    }

    /** Starts the work and kills it so many nanoseconds after its k-th line. */
    static void kill(Work work, String url, Path folder, int line, long nanosAfter) throws Exception {
        Process process = start(work, url, folder);
        try (BufferedReader lines = read(process)) {
            for (int i = 0; i < line && lines.readLine() != null; i++) {
                continue;
            }
            LockSupport.parkNanos(nanosAfter);
            process.destroyForcibly().waitFor();
        }
    }

    private static BufferedReader read(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Talking implements Progress {
        @Override
        public void begin(String step, @Nullable Long rows) {
            System.out.println(step);
        }

        @Override
        public void advance(long rows) {
            System.out.println(rows);
        }

        @Override
        public void end() {
            System.out.println("end");
        }

        @Override
        public void committing() {
            System.out.println("committing");
        }
    }
}
