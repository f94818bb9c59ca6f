package io.theforge.junit;

import io.theforge.config.Overrides;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** How to make a test's dataset outside of the test. */
final class Again {
    private Again() {}

    /** Returns the command, and below it the file that it needs. */
    static String command(Overrides given, long seed, @Nullable ConfigText config, boolean truth) {
        StringJoiner command = new StringJoiner(" ").add("./forge --full-new");
        add(command, "--config", config == null ? null : config.resource() == null ? "test.yaml" : config.resource());
        add(command, "--scenario", given.scenario());
        add(command, "--seed", seed);
        add(command, "--stores", given.stores());
        add(command, "--products", given.products());
        add(command, "--start-date", given.startDate());
        add(command, "--end-date", given.endDate());
        add(command, "--sparsity", given.sparsity());
        command.add(truth ? "--truth --confirm" : "--confirm");
        return config == null || config.resource() != null
                ? command.toString()
                : command + "\nwith this test.yaml:\n" + config.yaml().strip();
    }

    private static void add(StringJoiner command, String flag, @Nullable Object value) {
        if (value != null) {
            command.add(flag).add(value.toString());
        }
    }
}
