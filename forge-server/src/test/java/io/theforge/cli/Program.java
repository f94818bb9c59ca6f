package io.theforge.cli;

import io.theforge.cli.input.ProcessContext;

/** The whole program, in this JVM. */
public final class Program {
    private Program() {}

    public static int run(ProcessContext process, String... arguments) {
        return Forge.run(process, arguments);
    }
}
