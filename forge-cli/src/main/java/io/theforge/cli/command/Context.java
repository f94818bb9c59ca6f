package io.theforge.cli.command;

import io.theforge.cli.console.Console;
import io.theforge.cli.console.ProgressShown;
import io.theforge.cli.input.Environment;
import io.theforge.cli.input.OutputFlags;
import io.theforge.cli.input.ProcessContext;
import io.theforge.database.report.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What a command is given to work with. */
public final class Context {
    private final ProcessContext process;
    private final Environment environment;
    private final Console console;
    private final OutputFlags output;
    private final List<String> arguments;
    private final Supplier<CommandSpec> program;
    private @Nullable Progress progress;

    /**
     * @param output the flags of the command
     * @param arguments as they were given
     * @param program makes the declarations of all commands, which takes a moment
     */
    public Context(
            ProcessContext process,
            Environment environment,
            Console console,
            OutputFlags output,
            List<String> arguments,
            Supplier<CommandSpec> program) {
        this.process = process;
        this.environment = environment;
        this.console = console;
        this.output = output;
        this.arguments = arguments;
        this.program = program;
    }

    /** What the process finds around it. */
    public ProcessContext process() {
        return process;
    }

    public Path workingDirectory() {
        return process.workingDirectory();
    }

    /** Environment variables, those of {@code .env} among them. */
    public Environment environment() {
        return environment;
    }

    public Console console() {
        return console;
    }

    /** Whether the result is one JSON document. */
    public boolean json() {
        return output.json();
    }

    /** The file of the audit log, for a command that keeps records of its own; null when none was named. */
    public @Nullable Path auditLog() {
        String file = output.auditLog();
        return file == null ? null : process.workingDirectory().resolve(file);
    }

    /** The arguments as they were given, for the command that would do it. */
    public String[] arguments() {
        return arguments.toArray(String[]::new);
    }

    /** The declarations of all commands. */
    public CommandSpec program() {
        return program.get();
    }

    /** How progress is shown. */
    public Progress progress() {
        if (progress == null) {
            boolean wanted = output.progress() && environment.yes("SEEDER_ENABLE_PROGRESS", true);
            progress = ProgressShown.on(console, process, wanted);
        }
        return progress;
    }
}
