package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.SparsityConfig;
import java.util.List;

/** Keys under {@code sparsity}. */
final class SparsityKeys {

    static final Key<ForgeConfig, Double> MISSING_COMBINATIONS = Key.of(
            "sparsity.missing_combinations_pct",
            NumberType.PROBABILITY,
            0.0,
            config -> config.sparsity().missingCombinations(),
            "share, 0 to 1, of store-product combinations without sales rows");
    static final Key<ForgeConfig, Integer> RANDOM_GAPS = Key.of(
            "sparsity.random_gaps_per_series",
            new WholeNumber(0, 10_000),
            0,
            config -> config.sparsity().randomGapsPerSeries(),
            "missing runs of days in each series, in each planning block");
    static final Key<ForgeConfig, Double> MISSING_DAYS = Key.of(
            "sparsity.missing_days_pct",
            NumberType.PROBABILITY,
            0.0,
            config -> config.sparsity().missingDays(),
            "share, 0 to 1, of single store-product-days without a sales row");
    static final Key<ForgeConfig, Integer> GAP_MIN = Key.of(
            "sparsity.gap_min_days",
            new WholeNumber(1, 3650),
            1,
            config -> config.sparsity().gapMinDays(),
            "shortest missing run of days");
    static final Key<ForgeConfig, Integer> GAP_MAX = Key.of(
            "sparsity.gap_max_days",
            new WholeNumber(1, 3650),
            7,
            config -> config.sparsity().gapMaxDays(),
            "longest missing run of days");
    static final Key<ForgeConfig, SparsityConfig.AppliesTo> APPLIES_TO = Key.of(
            "sparsity.applies_to",
            new Choice<>(SparsityConfig.AppliesTo.class),
            SparsityConfig.AppliesTo.SALES,
            config -> config.sparsity().appliesTo(),
            "sales: rows are missing from sales_daily only; all: from inventory_snapshot_daily too");

    static final List<Key<ForgeConfig, ?>> ALL =
            List.of(MISSING_COMBINATIONS, RANDOM_GAPS, MISSING_DAYS, GAP_MIN, GAP_MAX, APPLIES_TO);

    private SparsityKeys() {}

    static SparsityConfig sparsity(Values values) {
        return new SparsityConfig(
                values.get(MISSING_COMBINATIONS),
                values.get(RANDOM_GAPS),
                values.get(MISSING_DAYS),
                values.get(GAP_MIN),
                values.get(GAP_MAX),
                values.get(APPLIES_TO));
    }
}
