package io.theforge.database;

import io.theforge.config.ConfigReader;
import io.theforge.config.Operational;
import io.theforge.config.Overrides;
import io.theforge.plan.Plan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Small datasets to load in tests. */
public final class Datasets {
    public static final Operational TWO_WORKERS = new Operational(2, 1000);

    private Datasets() {}

    /** Three stores, four products, the first ninety days of 2024. */
    public static Plan small(long seed) {
        return plan(seed, 3, 4, LocalDate.of(2024, 3, 30));
    }

    public static Plan plan(long seed, int stores, int products, LocalDate end) {
        Overrides flags = new Overrides(seed, stores, products, LocalDate.of(2024, 1, 1), end, null);
        return Plan.of(ConfigReader.resolve(null, flags, Overrides.NONE));
    }

    /** Nobody listens. */
    public static Warehouse.Progress silent() {
        return new Warehouse.Progress() {
            @Override
            public void begin(String step, @Nullable Long rows) {}

            @Override
            public void advance(long rows) {}

            @Override
            public void end() {}
        };
    }
}
