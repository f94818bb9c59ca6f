package io.theforge.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run finds around it.
 *
 * @param environment the real environment, without any {@code .env}
 * @param workingDirectory where {@code .env}, relative paths and the embedded default are
 * @param out for results
 * @param err for everything else
 * @param terminal whether somebody watches {@code err} on a terminal that can redraw a line
 */
record Surroundings(
        Map<String, String> environment, Path workingDirectory, PrintStream out, PrintStream err, boolean terminal) {

    static Surroundings ofThisProcess() {
        Map<String, String> environment = System.getenv();
        return new Surroundings(
                environment,
                Path.of(""),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                isTerminal(2) && !"dumb".equals(environment.get("TERM")));
    }

    /** Asks somebody who sits there; null, and nothing waits, when standard input or output is no terminal. */
    @Nullable
    String ask(String question) {
        java.io.Console console = terminal && isTerminal(0) ? System.console() : null;
        return console == null ? null : console.readLine("%s", question);
    }

    /** JSON is UTF-8 whatever the locale. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }

    /** The JDK only tells about standard input and output together, so ask the operating system where that is possible. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String file = Files.readSymbolicLink(link).toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return System.console() != null;
        }
    }
}
