package io.theforge.cli;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.report.Progress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The program. A run goes from {@link Flags} over {@link Settings} to one of the operations, and ends in a {@link Result}. */
public final class Forge {

    private Forge() {}

    /** Runs and ends the process with one of the codes of {@link Exit}. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH); // drivers and the JDK would speak the user's language in the middle of ours
        System.exit(run(Surroundings.ofThisProcess(), arguments));
    }

    static int run(Surroundings here, String... arguments) {
        Console console = new Console(here, arguments);
        try (Interruption watched = Interruption.of(console)) {
            return watched(here, console, arguments);
        }
    }

    /** An interruption finds somebody who answers it, from before the first word until after the last. */
    private static int watched(Surroundings here, Console console, String... arguments) {
        try {
            FlagReader reader = new FlagReader();
            Flags flags = reader.read(arguments);
            if (flags.operations.help) {
                return console.print(reader.help());
            }
            if (flags.operations.version) {
                return console.print("forge " + Version.text() + System.lineSeparator());
            }
            AuditLog audit = audit(flags, here, console, arguments);
            return console.finish(operate(flags, here, console, audit, arguments));
        } catch (RuntimeException | Error e) {
            return console.fail(e);
        }
    }

    private static @Nullable AuditLog audit(Flags flags, Surroundings here, Console console, String... arguments) {
        String file = flags.work.auditLog;
        if (file == null) {
            return null;
        }
        AuditLog audit = AuditLog.open(here.workingDirectory().resolve(file), arguments);
        console.keepIn(audit);
        return audit;
    }

    private static Result operate(
            Flags flags, Surroundings here, Console console, @Nullable AuditLog audit, String... arguments) {
        Operation operation = Operation.of(flags);
        console.begin();
        Environment environment = Environment.of(here);
        environment.warnings().forEach(console::warn);
        if (!operation.needsDatabase()) {
            if (audit != null) {
                audit.begin("none", environment);
            }
            return switch (operation) {
                case SCENARIOS -> ScenarioList.list();
                case SCENARIOS_SHOW -> ScenarioList.show(String.valueOf(flags.scenarioName));
                case PREVIEW -> new Preview(flags, environment, here, console).run();
                default -> new Config(flags, environment, here.workingDirectory()).run(operation);
            };
        }
        boolean progressWanted = !flags.show.noProgress && environment.yes("SEEDER_ENABLE_PROGRESS", true);
        Progress progress = ProgressShown.on(console, here, progressWanted);
        DatabaseUrl url = Database.chosen(flags, environment, here.workingDirectory());
        console.database(url.display());
        console.databaseFlag(flags.work.database);
        if (audit != null) {
            audit.begin(url.display(), environment);
        }
        Job job = new Job(flags, environment, here, console, progress, url);
        return switch (operation) {
            case FULL_NEW -> new FullNew(job).run(arguments);
            case APPEND -> new Append(job).run(arguments);
            case DELETE -> new Delete(job).run(arguments);
            case STATUS -> new Status(job).run();
            case VERIFY -> new Verify(job).run();
            case RUNS -> new Runs(job).list();
            case RUNS_SHOW -> new Runs(job).show();
            case PROTECT -> new Protection(job).set();
            case UNPROTECT -> new Protection(job).takeOff();
            case UPLIFT -> new Uplift(job).run();
            case ORACLE -> new Oracle(job).run();
            case SCORE -> new Score(job).run();
            case SCENARIOS, SCENARIOS_SHOW, CONFIG_SHOW, CONFIG_SCHEMA, CONFIG_INIT, PREVIEW ->
                throw new IllegalStateException(operation.word());
        };
    }
}
