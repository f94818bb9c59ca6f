package io.theforge.database.verify;

import io.theforge.config.Scenarios;
import io.theforge.config.model.ForgeConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a dataset has to be what its scenario promises. */
public final class Promises {
    private Promises() {}

    /** Why it has not, as the end of a sentence; null where it has. */
    public static @Nullable String whyNone(ForgeConfig config) {
        if (config.scenario() == null) {
            return "there is no scenario";
        }
        List<String> changed = Scenarios.changedKeys(config);
        return changed.isEmpty() ? null : "file or flags have changed " + String.join(", ", changed);
    }
}
