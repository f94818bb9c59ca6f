package io.theforge.cli.input;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
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
 * @param asking puts a question to whoever sits there; null when standard input is no terminal
 */
public record ProcessContext(
        Map<String, String> environment,
        Path workingDirectory,
        OutputStream out,
        PrintStream err,
        boolean terminal,
        @Nullable Asking asking) {

    /** Nobody there to answer. */
    public ProcessContext(
            Map<String, String> environment,
            Path workingDirectory,
            OutputStream out,
            PrintStream err,
            boolean terminal) {
        this(environment, workingDirectory, out, err, terminal, null);
    }

    /** A question and its answer. */
    public interface Asking {
        /** @return the line that was typed; null when the input has ended */
        @Nullable
        String ask(String question);
    }

    public static ProcessContext ofThisProcess() {
        Map<String, String> environment = System.getenv();
        PrintStream err = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.err)), true, StandardCharsets.UTF_8);
        return new ProcessContext(
                environment,
                Path.of(""),
                new FileOutputStream(FileDescriptor.out),
                err,
                isTerminal(2) && !"dumb".equals(environment.get("TERM")),
                isTerminal(0) && isTerminal(2) ? question -> ask(question, err) : null);
    }

    private static @Nullable String ask(String question, PrintStream err) {
        err.print(question);
        err.flush();
        try {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            return null;
        }
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
