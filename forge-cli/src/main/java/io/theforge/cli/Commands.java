package io.theforge.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What has a word instead of a flag: {@code forge runs}. */
final class Commands {
    private Commands() {}

    static void addTo(CommandLine forge) {
        forge.addSubcommand(new CommandLine(new Runs()).addSubcommand(new RunsShow()));
        forge.addSubcommand(new CommandLine(new ScenarioNames()).addSubcommand(new ScenarioText()));
        forge.addSubcommand(new CommandLine(new ConfigCommands.Config())
                .addSubcommand(new ConfigCommands.Show())
                .addSubcommand(new ConfigCommands.Schema())
                .addSubcommand(new ConfigCommands.Init()));
        forge.addSubcommand(new Protect());
        forge.addSubcommand(new Unprotect());
        forge.addSubcommand(new Preview());
        forge.addSubcommand(new AnswerCommands.Uplift());
        forge.addSubcommand(new AnswerCommands.Oracle());
        forge.addSubcommand(new AnswerCommands.Score());
    }

    /** A command and the flags that each of them takes. */
    abstract static class Asked {
        private final Operation operation;

        @Option(
                names = "--audit-log",
                paramLabel = "FILE",
                description = "a file to which a record of this is appended")
        @Nullable
        String auditLog;

        @Mixin
        final Flags.Show show = new Flags.Show();

        @Option(names = "--help", usageHelp = true, description = "this text")
        boolean help;

        Asked(Operation operation) {
            this.operation = operation;
        }

        /** Flags may stand before the command's word and behind it. */
        void addTo(Flags flags) {
            flags.command = operation;
            flags.work.auditLog = auditLog == null ? flags.work.auditLog : auditLog;
            flags.show.logFormat = show.logFormat == null ? flags.show.logFormat : show.logFormat;
            flags.show.json |= show.json;
            flags.show.noProgress |= show.noProgress;
            flags.show.verbose |= show.verbose;
        }
    }

    /** A command that looks into a database. */
    abstract static class AskedOfDatabase extends Asked {
        @Option(
                names = "--database",
                paramLabel = "URL",
                description = {
                    "postgresql://user:password@host:port/name, or duckdb:PATH",
                    "(DATABASE_URL, else duckdb:.forge/forge.duckdb);",
                    "?schema=NAME, ?pgbouncer=true and more: docs/command-line.md",
                })
        @Nullable
        String database;

        AskedOfDatabase(Operation operation) {
            super(operation);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.work.database = database == null ? flags.work.database : database;
        }
    }

    @Command(
            name = "runs",
            sortOptions = false,
            usageHelpWidth = 100,
            description = "Lists the runs that are recorded in the database, newest first.")
    static final class Runs extends AskedOfDatabase {
        Runs() {
            super(Operation.RUNS);
        }
    }

    @Command(
            name = "show",
            sortOptions = false,
            usageHelpWidth = 100,
            description = "Prints the configuration of a run, as a file for --config that makes the same rows again.")
    static final class RunsShow extends AskedOfDatabase {
        @Parameters(paramLabel = "ID", description = "the run's number, as ./forge runs lists it")
        @Nullable
        String id;

        RunsShow() {
            super(Operation.RUNS_SHOW);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.runId = id;
        }
    }

    @Command(
            name = "scenarios",
            sortOptions = false,
            usageHelpWidth = 100,
            description = "Lists the presets for --scenario, each with what it is for.")
    static final class ScenarioNames extends Asked {
        ScenarioNames() {
            super(Operation.SCENARIOS);
        }
    }

    @Command(
            name = "show",
            sortOptions = false,
            usageHelpWidth = 100,
            description = "Prints the file of a preset, to be saved, edited and given to --config.")
    static final class ScenarioText extends Asked {
        @Parameters(paramLabel = "NAME", description = "as ./forge scenarios lists it")
        @Nullable
        String name;

        ScenarioText() {
            super(Operation.SCENARIOS_SHOW);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.scenarioName = name;
        }
    }

    @Command(
            name = "protect",
            sortOptions = false,
            usageHelpWidth = 100,
            description = {
                "Marks the database as production, inside it.",
                "Everything that writes is refused, whatever the environment says, until ./forge unprotect."
            })
    static final class Protect extends AskedOfDatabase {
        @Option(names = "--dry-run", description = "show what would happen and write nothing")
        boolean dryRun;

        Protect() {
            super(Operation.PROTECT);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.work.dryRun |= dryRun;
        }
    }

    @Command(
            name = "unprotect",
            sortOptions = false,
            usageHelpWidth = 100,
            description = "Takes the production mark off, when the database's name is given.")
    static final class Unprotect extends AskedOfDatabase {
        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "the database's name, or the file's; asked for on a terminal")
        @Nullable
        String name;

        @Option(names = "--dry-run", description = "show what would happen and write nothing")
        boolean dryRun;

        Unprotect() {
            super(Operation.UNPROTECT);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.databaseName = name;
            flags.work.dryRun |= dryRun;
        }
    }

    @Command(
            name = "preview",
            sortOptions = false,
            usageHelpWidth = 100,
            description = {
                "Draws what a dataset would look like, without any database.",
                "It shows the total and some series, what is sold against what is expected, stockouts, and the",
                "factors under them.",
            })
    static final class Preview extends Asked {
        @Option(names = "--store", paramLabel = "CODE", description = "series of this store, such as S00001")
        @Nullable
        String store;

        @Option(names = "--product", paramLabel = "SKU", description = "series of this product, such as SKU-000001")
        @Nullable
        String product;

        @Option(
                names = "--html",
                paramLabel = "FILE",
                description = "write interactive charts to this new file, one page that needs no network")
        @Nullable
        String html;

        @Mixin
        final Flags.Dataset dataset = new Flags.Dataset();

        Preview() {
            super(Operation.PREVIEW);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.store = store;
            flags.product = product;
            flags.html = html;
            flags.dataset.add(dataset);
        }
    }
}
