package io.theforge.cli;

import io.theforge.cli.command.BaseCommand;
import io.theforge.cli.command.Context;
import io.theforge.cli.console.AuditLog;
import io.theforge.cli.console.Console;
import io.theforge.cli.console.ResultReporter;
import io.theforge.cli.input.Environment;
import io.theforge.cli.input.ProcessContext;
import io.theforge.cli.parse.Arguments;
import io.theforge.cli.parse.ProgramSpec;
import io.theforge.cli.parse.Request;
import io.theforge.cli.result.Result;
import java.util.List;
import java.util.Locale;

/** The program. {@link Arguments} names one of the {@link Commands}, which runs in a {@link Context} and ends in a {@link Result}. */
public final class Forge {

    private Forge() {}

    /** Runs and ends the process with one of the codes of {@link io.theforge.cli.result.Exit}. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH); // drivers and the JDK would speak the user's language in the middle of ours
        System.exit(run(ProcessContext.ofThisProcess(), arguments));
    }

    static int run(ProcessContext process, String... given) {
        Arguments arguments = Arguments.of(Commands.TABLE, given);
        Console console = new Console(process, arguments.commandName(), given);
        ResultReporter reporter = new ResultReporter(process, console);
        try (Interruption watched = Interruption.of(reporter)) {
            return watched(process, console, reporter, arguments);
        }
    }

    /** An interruption finds somebody who answers it, from before the first word until after the last. */
    private static int watched(ProcessContext process, Console console, ResultReporter reporter, Arguments arguments) {
        try {
            Request request = arguments.read();
            return request.command() == null
                    ? reporter.print(request.text())
                    : reporter.finish(execute(process, console, arguments, request.command()));
        } catch (RuntimeException | Error e) {
            return reporter.fail(e);
        }
    }

    private static Result execute(ProcessContext process, Console console, Arguments arguments, BaseCommand command) {
        List<String> given = arguments.given();
        String auditLog = command.output().auditLog();
        if (auditLog != null) {
            console.attachAuditLog(
                    AuditLog.open(process.workingDirectory().resolve(auditLog), arguments.commandName(), given));
        }
        console.begin();
        Environment environment = Environment.of(process);
        environment.warnings().forEach(console::warn);
        return command.execute(new Context(
                process, environment, console, command.output(), given, () -> ProgramSpec.of(Commands.TABLE)));
    }
}
