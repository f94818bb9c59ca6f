package io.theforge.database.verify;

import io.theforge.config.Scenarios;
import io.theforge.config.model.ForgeConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a dataset has to be what its scenario promises. */
public final class Promises {
    /** An earlier version of a scenario may differ from today's in two dozen. */
    private static final int NAMED = 5;

    private Promises() {}

    /** Why it has not, as the end of a sentence; null where it has. */
    public static @Nullable String whyNone(ForgeConfig config) {
        if (config.scenario() == null) {
            return "there is no scenario";
        }
        List<String> changed = Scenarios.changedKeys(config);
        if (changed.isEmpty()) {
            return null;
        }
        String named = String.join(", ", changed.subList(0, Math.min(NAMED, changed.size())));
        int more = changed.size() - NAMED;
        return "it differs from the scenario of this version in " + named + (more > 0 ? " and " + more + " more" : "");
    }
}
