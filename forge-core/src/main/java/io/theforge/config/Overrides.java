package io.theforge.config;

import io.theforge.config.model.ConfigException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settings from outside a file, by flag or environment variable; null = not given. Checked as a file's values are.
 *
 * @param without effects that are disabled, whatever the other settings say
 */
public record Overrides(
        @Nullable Long seed,
        @Nullable Integer stores,
        @Nullable Integer products,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable Double sparsity,
        @Nullable String scenario,
        List<Effect> without) {

    public Overrides {
        without = List.copyOf(without);
    }

    public Overrides(
            @Nullable Long seed,
            @Nullable Integer stores,
            @Nullable Integer products,
            @Nullable LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable Double sparsity,
            @Nullable String scenario) {
        this(seed, stores, products, startDate, endDate, sparsity, scenario, List.of());
    }

    /** Returns the same without a disabled effect. */
    Overrides withAllEffects() {
        return new Overrides(seed, stores, products, startDate, endDate, sparsity, scenario);
    }

    /** Nothing is given. */
    public static final Overrides NONE = new Overrides(null, null, null, null, null, null, null);

    private static final Map<String, String> FLAGS = Map.of(
            CalendarKeys.SEED.path(), "--seed",
            DimensionKeys.STORES.path(), "--stores",
            DimensionKeys.PRODUCTS.path(), "--products",
            CalendarKeys.START.path(), "--start-date",
            CalendarKeys.END.path(), "--end-date",
            SparsityKeys.MISSING_COMBINATIONS.path(), "--sparsity",
            KeyTable.SCENARIO.path(), "--scenario");
    private static final Map<String, String> VARIABLES = Map.of(
            CalendarKeys.SEED.path(), "SEEDER_DEFAULT_SEED",
            DimensionKeys.STORES.path(), "SEEDER_DEFAULT_STORES",
            DimensionKeys.PRODUCTS.path(), "SEEDER_DEFAULT_PRODUCTS");

    /**
     * Reads {@code SEEDER_DEFAULT_SEED}, {@code SEEDER_DEFAULT_STORES} and {@code SEEDER_DEFAULT_PRODUCTS}; empty counts
     * as not given.
     *
     * @param environment a variable's value by its name, null when it is not set
     * @throws ConfigException if a value is no number or out of range
     */
    public static Overrides fromEnvironment(UnaryOperator<@Nullable String> environment) {
        return new Overrides(
                variable(CalendarKeys.SEED, environment),
                variable(DimensionKeys.STORES, environment),
                variable(DimensionKeys.PRODUCTS, environment),
                null,
                null,
                null,
                null);
    }

    private static <T> @Nullable T variable(Key<?, T> key, UnaryOperator<@Nullable String> environment) {
        String name = VARIABLES.getOrDefault(key.path(), key.path());
        String text = environment.apply(name);
        return text == null || text.isBlank() ? null : parse(key, text.strip(), name);
    }

    /** Puts what is given over what is there, and notes flags as its places. */
    void putFlags(Values values, Map<String, String> places) {
        put(FLAGS, values, places);
    }

    /** The same, with environment variables as places. */
    void putVariables(Values values, Map<String, String> places) {
        put(VARIABLES, values, places);
    }

    private void put(Map<String, String> names, Values values, Map<String, String> places) {
        put(CalendarKeys.SEED, seed, names, values, places);
        put(DimensionKeys.STORES, stores, names, values, places);
        put(DimensionKeys.PRODUCTS, products, names, values, places);
        put(CalendarKeys.START, startDate, names, values, places);
        put(CalendarKeys.END, endDate, names, values, places);
        put(SparsityKeys.MISSING_COMBINATIONS, sparsity, names, values, places);
        put(KeyTable.SCENARIO, scenario, names, values, places);
    }

    private static <T> void put(
            Key<?, T> key, @Nullable T value, Map<String, String> names, Values values, Map<String, String> places) {
        if (value != null) {
            String name = names.getOrDefault(key.path(), key.path());
            values.put(key, parse(key, value.toString(), name));
            places.put(key.path(), name);
        }
    }

    private static <T> T parse(Key<?, T> key, String text, String name) {
        if (key.type() instanceof Scalar<T> scalar) {
            return scalar.parse(text, name, name);
        }
        throw new IllegalStateException(key.path() + " is not a single value");
    }
}
