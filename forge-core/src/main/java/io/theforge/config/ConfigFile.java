package io.theforge.config;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DirtRule;
import io.theforge.config.model.ForgeConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a configuration file says: each value checked by itself, the whole not yet. {@link ConfigReader} makes it. */
public final class ConfigFile {

    private final Values values;
    private final Map<String, String> places;

    ConfigFile(Values values, Map<String, String> places) {
        this.values = values;
        this.places = Map.copyOf(places);
    }

    /**
     * Returns the configuration of this file, what it leaves open taken from the defaults.
     *
     * @param commandLine wins over the file
     * @throws ConfigException if values contradict each other
     */
    public ForgeConfig resolve(Overrides commandLine) {
        return ConfigReader.resolve(this, commandLine, Overrides.NONE);
    }

    /** Returns the scenario that this file overlays; null when it names none. */
    public @Nullable String scenario() {
        return values.find(KeyTable.SCENARIO);
    }

    /** Returns whether an older law wrote it: all that there was to say is in it, and the scenario of today has more. */
    boolean isOfEarlierLaw() {
        Integer version = values.find(KeyTable.MODEL_VERSION);
        return version != null && version < ForgeConfig.MODEL_VERSION;
    }

    /** Returns the rows per batch where the target works in batches, 1 to 1,000,000; null when the file does not say. */
    public @Nullable Integer batchSize() {
        return values.find(KeyTable.BATCH_SIZE);
    }

    /** Returns the number of threads, 1 to 1,024; null when the file does not say. */
    public @Nullable Integer workers() {
        return values.find(KeyTable.WORKERS);
    }

    /** Returns what is to be spoiled in files; null when the file does not say. */
    public @Nullable List<DirtRule> dirt() {
        return values.find(DirtKeys.DIRT);
    }

    /** Puts what the file says over what is there. */
    void putAll(Values weaker, Map<String, String> weakerPlaces) {
        weaker.putAll(values);
        weakerPlaces.putAll(places);
    }
}
