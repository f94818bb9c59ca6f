package io.theforge.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs other programs to their end, one at a time. */
final class Command {
    /** Whoever ends the run takes this turn and keeps it: nobody else then starts anything. */
    private static final ReentrantLock TURN = new ReentrantLock(true);

    /** What may be ended before it has ended itself. */
    private static volatile @Nullable Process running;

    private Command() {}

    /** @param seconds wall time from the start of the process to its end */
    record Ended(double seconds, String output) {}

    /**
     * Runs a program that must succeed.
     *
     * @throws IllegalStateException with the end of what it said if it does not
     */
    static Ended run(Path folder, List<String> line) throws IOException, InterruptedException {
        return run(folder, line, true);
    }

    /** The same for one that leaves a mess when it is ended half way, such as the start of a server. */
    static Ended runWhole(Path folder, List<String> line) throws IOException, InterruptedException {
        return run(folder, line, false);
    }

    /** Ends what runs, and lets this thread alone run anything more. */
    static void takeLastTurn() throws InterruptedException {
        do {
            Process process = running;
            if (process != null) {
                process.destroy();
            }
        } while (!TURN.tryLock(100, TimeUnit.MILLISECONDS));
    }

    private static Ended run(Path folder, List<String> line, boolean mayBeEnded)
            throws IOException, InterruptedException {
        // Files, not pipes: a server started by the program would hold a pipe open for ever.
        Path output = Files.createTempFile(folder, "command", ".out");
        Path errors = Files.createTempFile(folder, "command", ".err");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        // What is measured is the program as it comes, whatever this shell is set up for.
        builder.environment().keySet().removeIf(name -> name.startsWith("SEEDER_") || name.startsWith("PG"));
        builder.environment().keySet().removeAll(List.of("APP_ENV", "DATABASE_URL"));
        TURN.lock();
        try {
            long start = System.nanoTime();
            Process process = builder.start();
            running = mayBeEnded ? process : null;
            int exitCode = process.waitFor();
            double seconds = (System.nanoTime() - start) / 1e9;
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (exitCode != 0) {
                throw new IllegalStateException(Path.of(line.get(0)).getFileName() + " ended with exit code " + exitCode
                        + ":\n" + said + Files.readString(errors, StandardCharsets.UTF_8));
            }
            Files.delete(output);
            Files.delete(errors);
            return new Ended(seconds, said);
        } finally {
            running = null;
            TURN.unlock();
        }
    }
}
