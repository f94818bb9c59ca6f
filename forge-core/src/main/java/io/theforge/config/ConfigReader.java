package io.theforge.config;

import io.theforge.config.model.CalendarEffect;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DirtRule;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.PromotionsConfig.OfCategory;
import io.theforge.config.model.Setting;
import io.theforge.config.yaml.YamlLocation;
import io.theforge.config.yaml.YamlText;
import io.theforge.config.yaml.YamlTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** The way to a {@link ForgeConfig}: from a file, flags, environment variables and the defaults. */
public final class ConfigReader {

    private static final Mappings FILE = new Mappings(KeyTable.FILE);

    private ConfigReader() {}

    /** Returns the configuration that consists of the defaults. */
    public static ForgeConfig defaults() {
        return resolve(null, Overrides.NONE, Overrides.NONE);
    }

    /**
     * Reads a file of at most 1 MiB of UTF-8 text.
     *
     * @throws ConfigException naming line and column of the first thing that is wrong
     */
    public static ConfigFile read(Path file) {
        return parse(YamlText.read(file), file.toString());
    }

    /**
     * Reads what a stream has, which need not be a file of this machine. The stream stays open.
     *
     * @param sourceName names it in messages
     * @throws ConfigException as {@link #read(Path)}
     */
    public static ConfigFile read(InputStream in, String sourceName) throws IOException {
        return parse(YamlText.read(in, sourceName), sourceName);
    }

    /**
     * Reads a configuration from text.
     *
     * @param sourceName names the text in messages
     * @throws ConfigException naming line and column of the first thing that is wrong
     */
    public static ConfigFile parse(String yaml, String sourceName) {
        return parse(yaml, sourceName, FILE);
    }

    /**
     * Returns a configuration that was once written whole, as {@link ConfigWriter} does it: its own values decide, those that it leaves
     * open are younger than it and have their defaults, and the scenario that it names is nothing but a name.
     *
     * @param sourceName names the text in messages
     * @throws ConfigException naming line and column of the first thing that is wrong, a newer {@code model_version} too
     */
    public static ForgeConfig recorded(String yaml, String sourceName) {
        return resolve(parse(yaml, sourceName), false, true, Overrides.NONE, Overrides.NONE);
    }

    /**
     * Returns the same where rows get no ids, so that a table may have more of them than there are ids.
     *
     * @throws ConfigException as {@link #recorded}
     */
    public static ForgeConfig recordedWithoutIds(String yaml, String sourceName) {
        return resolve(parse(yaml, sourceName), false, false, Overrides.NONE, Overrides.NONE);
    }

    /**
     * Reads a file that has {@code dirt} as its only key.
     *
     * @throws ConfigException naming line and column of the first thing that is wrong
     */
    public static List<DirtRule> readDirt(Path file) {
        return parseDirt(YamlText.read(file), file.toString());
    }

    /** The same from text. @param sourceName names the text in messages */
    public static List<DirtRule> parseDirt(String yaml, String sourceName) {
        List<DirtRule> rules =
                parse(yaml, sourceName, new Mappings(DirtKeys.FILE)).dirt();
        if (rules == null || rules.isEmpty()) {
            throw new ConfigException(
                    sourceName + " has no dirt", "give " + DirtKeys.DIRT.type().describe() + " under dirt:", null);
        }
        return rules;
    }

    private static ConfigFile parse(String yaml, String sourceName, Mappings keys) {
        Node root = YamlTree.parse(yaml, sourceName);
        if (root == null) {
            return new ConfigFile(new Values(), Map.of());
        }
        YamlLocation location = new YamlLocation(sourceName, "");
        MappingNode mapping = location.mapping(root, "keys with values, such as seed: 42");
        Values values = keys.read(mapping, location);
        Map<String, String> places = new HashMap<>();
        YamlTree.notePlaces(root, location, places);
        return new ConfigFile(values, places);
    }

    /**
     * Returns the complete configuration: the environment's values over the defaults, the scenario's over those, then the file's, then
     * the command line's.
     *
     * @param file null when there is none
     * @param commandLine wins over the file
     * @param environment wins over the built-in defaults only
     * @throws ConfigException if a value is out of range or values contradict each other
     */
    public static ForgeConfig resolve(@Nullable ConfigFile file, Overrides commandLine, Overrides environment) {
        return resolve(file, true, true, commandLine, environment);
    }

    /**
     * Returns the same where rows get no ids, so that a table may have more of them than there are ids.
     *
     * @throws ConfigException as {@link #resolve}
     */
    public static ForgeConfig resolveWithoutIds(
            @Nullable ConfigFile file, Overrides commandLine, Overrides environment) {
        return resolve(file, true, false, commandLine, environment);
    }

    private static ForgeConfig resolve(
            @Nullable ConfigFile file,
            boolean withScenario,
            boolean withIds,
            Overrides commandLine,
            Overrides environment) {
        Layers layers = layers(file, withScenario, commandLine, environment);
        ForgeConfig config = KeyTable.build(layers.values());
        try {
            new ConfigContradictions(config, layers.places()).check(withIds);
        } catch (ConfigException e) {
            throw layers.located(e);
        }
        return config;
    }

    /**
     * Returns the same error of a configuration that was resolved from these: one that names a value by its path gets the place that
     * gave it, a line of the file or of the scenario, a flag or a variable.
     */
    public static ConfigException located(
            ConfigException error, @Nullable ConfigFile file, Overrides commandLine, Overrides environment) {
        return layers(file, true, commandLine, environment).located(error);
    }

    /**
     * Returns every key of the file with its value and where that comes from, in the order of the file; for those that only steer
     * the work, the file alone is asked.
     *
     * @throws ConfigException as {@link #resolve}
     */
    public static List<Setting> explain(@Nullable ConfigFile file, Overrides commandLine, Overrides environment) {
        ForgeConfig config = resolve(file, commandLine, environment);
        Layers layers = layers(file, true, commandLine, environment);
        return KeyTable.FILE.stream().map(key -> layers.setting(key, config)).toList();
    }

    /** Returns the layers of values, the weakest first: the later layer wins. */
    private static Layers layers(
            @Nullable ConfigFile file, boolean withScenario, Overrides commandLine, Overrides environment) {
        Layers layers = new Layers();
        layers.put(Setting.Source.ENVIRONMENT, environment::putVariables);
        String scenario = commandLine.scenario() != null || file == null ? commandLine.scenario() : file.scenario();
        if (withScenario && scenario != null && (file == null || !file.isOfEarlierLaw())) {
            ConfigFile preset = Scenarios.file(Scenarios.checked(scenario, "--scenario"));
            layers.put(Setting.Source.SCENARIO, preset::putAll);
        }
        if (file != null) {
            layers.put(Setting.Source.FILE, file::putAll);
        }
        layers.put(Setting.Source.COMMAND_LINE, commandLine::putFlags);
        layers.limitScenario(CalendarEffectKeys.CALENDAR_EFFECTS, CalendarEffectKeys::reaching, CalendarEffect::name);
        layers.limitScenario(PromotionKeys.BY_CATEGORY, PromotionKeys::reaching, OfCategory::category);
        layers.disable(commandLine.without());
        return layers;
    }

    /** Returns the twin of a configuration: the same shop from the same draws (common random numbers), without some effects. */
    public static ForgeConfig without(ForgeConfig config, Effect... effects) {
        Values values = new Values();
        KeyTable.DATASET.forEach(key -> put(key, config, values));
        for (Effect effect : effects) {
            Values without = new Values();
            effect.disable(values, without, new HashMap<>());
            values.putAll(without);
        }
        return KeyTable.build(values);
    }

    private static <T> void put(Key<ForgeConfig, T> key, ForgeConfig config, Values values) {
        T value = key.of().apply(config);
        if (value != null) {
            values.put(key, value);
        }
    }

    /**
     * Asks a configuration that was derived from another whether its values still go together.
     *
     * @throws ConfigException when they contradict each other
     */
    public static void check(ForgeConfig config) {
        new ConfigContradictions(config, Map.of()).check(true);
    }

    /**
     * Returns what is allowed and has no effect, one line each; empty when there is nothing. What has none only because effects are disabled
     * is meant so and not among it.
     *
     * @throws ConfigException as {@link #resolve}
     */
    public static List<String> warnings(@Nullable ConfigFile file, Overrides commandLine, Overrides environment) {
        Layers layers = layers(file, true, commandLine.withAllEffects(), environment);
        List<String> withAll = Warnings.of(KeyTable.build(layers.values()));
        layers.disable(commandLine.without());
        Stream<String> withoutEffect =
                Warnings.of(KeyTable.build(layers.values())).stream().filter(withAll::contains);
        return Stream.concat(layers.leftOut(), withoutEffect).toList();
    }
}
