package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.report.Check;
import io.theforge.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes a scenario is found in the rows. Seeds are fixed, so nothing fails by chance. */
public final class ScenarioShops {
    private ScenarioShops() {}

    /** A small shop, at the scenario's own dates or so many years later. */
    public static ForgeConfig config(String name, int yearsLater) {
        ForgeConfig own = config(name, null, null);
        return config(
                name,
                own.dateRange().start().plusYears(yearsLater),
                own.dateRange().end().plusYears(yearsLater));
    }

    private static ForgeConfig config(String name, @Nullable LocalDate start, @Nullable LocalDate end) {
        return ConfigReader.resolve(null, new Overrides(7L, 8, 12, start, end, null, name), Overrides.NONE);
    }

    public static void assertFound(Warehouse warehouse, ForgeConfig config) {
        warehouse.fullNew(Plan.of(config), Shops.WORK, Shops.SILENT);
        List<Check> checks = warehouse.verify(Shops.SILENT).checks();
        assertThat(checks)
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .isEmpty();
        assertThat(checks)
                .filteredOn(check -> check.name().equals("scenario." + config.scenario()))
                .hasSize(1)
                .noneMatch(Check::notLookedAt);
    }
}
