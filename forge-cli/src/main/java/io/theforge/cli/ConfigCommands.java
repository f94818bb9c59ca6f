package io.theforge.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words behind {@code forge config}; none of them opens a database. */
final class ConfigCommands {
    private ConfigCommands() {}

    @Command(
            name = "config",
            sortOptions = false,
            usageHelpWidth = 100,
            description = "What the configuration is, what it may be, and a file to begin with.")
    static final class Config extends Commands.Asked {
        Config() {
            super(Operation.CONFIG_SHOW);
        }

        @Override
        void addTo(Flags flags) {
            if (!help) {
                throw new UsageException("config", "is not complete", "say config show, config schema or config init");
            }
        }
    }

    @Command(
            name = "show",
            sortOptions = false,
            usageHelpWidth = 100,
            description = "Prints every key with its value and where it comes from: a flag, a file's line, a variable.")
    static final class Show extends Commands.Asked {
        @Mixin
        final Flags.Dataset dataset = new Flags.Dataset();

        @Option(names = "--workers", paramLabel = "INTEGER", description = "as for --full-new")
        @Nullable
        String workers;

        @Option(names = "--batch-size", paramLabel = "INTEGER", description = "as for --full-new")
        @Nullable
        String batchSize;

        Show() {
            super(Operation.CONFIG_SHOW);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.dataset.add(dataset);
            flags.work.workers = workers == null ? flags.work.workers : workers;
            flags.work.batchSize = batchSize == null ? flags.work.batchSize : batchSize;
        }
    }

    @Command(
            name = "schema",
            sortOptions = false,
            usageHelpWidth = 100,
            description = "Prints a JSON Schema (draft 2020-12) of the file, from which editors complete and check it.")
    static final class Schema extends Commands.Asked {
        Schema() {
            super(Operation.CONFIG_SCHEMA);
        }
    }

    @Command(
            name = "init",
            sortOptions = false,
            usageHelpWidth = 100,
            description = "Writes a file to begin with: every key with its default, its meaning and its range.")
    static final class Init extends Commands.Asked {
        @Parameters(
                paramLabel = "FILE",
                arity = "0..1",
                description = "a new file; without one it goes to standard output")
        @Nullable
        String file;

        Init() {
            super(Operation.CONFIG_INIT);
        }

        @Override
        void addTo(Flags flags) {
            super.addTo(flags);
            flags.newFile = file;
        }
    }
}
