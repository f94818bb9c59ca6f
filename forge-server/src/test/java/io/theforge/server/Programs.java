package io.theforge.server;

import io.theforge.cli.Program;
import io.theforge.cli.input.ProcessContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Other commands of the program, beside a server. */
public final class Programs {
    private Programs() {}

    /** Returns the exit code. */
    public static int run(Path folder, Map<String, String> environment, String... arguments) {
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Program.run(new ProcessContext(environment, folder, new ByteArrayOutputStream(), err, false), arguments);
    }

    /** Returns standard output. */
    public static String said(Path folder, Map<String, String> environment, String... arguments) {
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Program.run(new ProcessContext(environment, folder, out, err, false), arguments);
        return out.toString(StandardCharsets.UTF_8);
    }
}
