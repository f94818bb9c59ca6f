package io.theforge.cli.input;

import io.theforge.config.ConfigFile;
import io.theforge.config.model.Operational;
import io.theforge.config.model.Setting;
import org.jspecify.annotations.Nullable;

/** How the work is done, never what comes of it: flags over file over variables over defaults. */
public record WorkSettings(WorkersFlag workers, BatchSizeFlag batchSize, boolean verifies) {
    private static final String BATCH_SIZE_VARIABLE = "SEEDER_BATCH_SIZE";
    private static final int BATCH_ROWS = 1000;

    /** Of a command that writes. */
    public WorkSettings(WorkersFlag workers, BatchSizeFlag batchSize, NoVerifyFlag noVerify) {
        this(workers, batchSize, noVerify.verifies());
    }

    /** Of a command that writes nothing. */
    public WorkSettings(WorkersFlag workers) {
        this(workers, new BatchSizeFlag(), true);
    }

    /** Returns it as it holds where no configuration file says anything. */
    public Operational operational(Environment environment) {
        return operational(environment, null);
    }

    Operational operational(Environment environment, @Nullable ConfigFile file) {
        return new Operational(
                first(
                        workers.value(),
                        file == null ? null : file.workers(),
                        Runtime.getRuntime().availableProcessors()),
                first(
                        batchSize.value(),
                        file == null ? null : file.batchSize(),
                        first(
                                BatchSizeFlag.read(BATCH_SIZE_VARIABLE, environment.get(BATCH_SIZE_VARIABLE)),
                                null,
                                BATCH_ROWS)),
                verifies);
    }

    /** Returns the setting of a key with what this says about it. */
    Setting explain(Setting setting, Operational operational, Environment environment) {
        return switch (setting.key()) {
            case "batch_size" ->
                explain(
                        setting,
                        operational.batchSize(),
                        batchSize.given() ? "--batch-size" : null,
                        environment.get(BATCH_SIZE_VARIABLE) == null ? null : BATCH_SIZE_VARIABLE);
            case "workers" -> explain(setting, operational.workers(), workers.given() ? "--workers" : null, null);
            default -> setting;
        };
    }

    /** What the file says of it is known; flags are stronger, variables weaker. */
    private static Setting explain(Setting setting, int value, @Nullable String flag, @Nullable String variable) {
        if (flag != null) {
            return Setting.of(setting.key(), value, Setting.Source.COMMAND_LINE, flag);
        }
        if (setting.place() != null) {
            return setting;
        }
        return Setting.of(
                setting.key(), value, variable == null ? Setting.Source.DEFAULT : Setting.Source.ENVIRONMENT, variable);
    }

    private static int first(@Nullable Integer strongest, @Nullable Integer weaker, int fallback) {
        if (strongest != null) {
            return strongest;
        }
        return weaker != null ? weaker : fallback;
    }
}
