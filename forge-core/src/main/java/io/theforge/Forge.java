package io.theforge;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.dataset.Dataset;

/**
 * The way in for programs: datasets without a database and without a command line.
 *
 * <pre>{@code
 * Dataset shop = Forge.dataset("scenario: holiday_rush\nseed: 7");
 * shop.sales().limit(5).forEach(System.out::println);
 * }</pre>
 */
public final class Forge {
    private Forge() {}

    /**
     * Returns the dataset of a configuration. Nothing is generated before it is asked for but the small tables.
     *
     * @throws io.theforge.config.model.ConfigException where its country or a holiday is not known
     */
    public static Dataset dataset(ForgeConfig config) {
        return Dataset.of(config);
    }

    /**
     * Returns the dataset of a configuration file's text.
     *
     * @param yaml as {@code --config} takes it; an empty one gives the default shop
     * @throws io.theforge.config.model.ConfigException naming line and column of the first thing that is wrong
     */
    public static Dataset dataset(String yaml) {
        return Dataset.of(ConfigReader.parse(yaml, "the configuration").resolve(Overrides.NONE));
    }
}
