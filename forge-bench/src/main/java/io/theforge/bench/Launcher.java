package io.theforge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code ./forge} as people start it: another process, the start of its JVM included. */
final class Launcher {
    private static final Pattern PEAK_MEMORY = Pattern.compile("\"peak_memory_bytes\"\\s*:\\s*(\\d+)");

    private final Path script;
    private final Path workingDirectory;

    Launcher(Path script, Path workingDirectory) {
        this.script = script;
        this.workingDirectory = workingDirectory;
    }

    Command.Ended run(String[] arguments, String... more) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
    }

    Command.Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(arguments));
        return Command.run(workingDirectory, line);
    }

    /** Peak resident set of a run with {@code --json}, in MB of 10^6 bytes. */
    static double peakMegabytes(Command.Ended run) {
        Matcher matcher = PEAK_MEMORY.matcher(run.output());
        if (!matcher.find()) {
            throw new IllegalStateException("no peak_memory_bytes in " + run.output());
        }
        return Long.parseLong(matcher.group(1)) / 1e6;
    }
}
