package io.theforge.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs other programs to their end. */
final class Command {
    private Command() {}

    /** @param seconds wall time from the start of the process to its end */
    record Ended(double seconds, String output) {}

    /**
     * Runs a program that must succeed.
     *
     * @throws IllegalStateException with the end of what it said if it does not
     */
    static Ended run(Path folder, List<String> line) throws IOException, InterruptedException {
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
        long start = System.nanoTime();
        int exitCode = builder.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        String said = Files.readString(output, StandardCharsets.UTF_8);
        if (exitCode != 0) {
            throw new IllegalStateException(Path.of(line.get(0)).getFileName() + " ended with exit code " + exitCode
                    + ":\n" + said + Files.readString(errors, StandardCharsets.UTF_8));
        }
        Files.delete(output);
        Files.delete(errors);
        return new Ended(seconds, said);
    }

    static Ended run(Path folder, String... line) throws IOException, InterruptedException {
        return run(folder, Arrays.asList(line));
    }
}
