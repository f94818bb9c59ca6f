package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import java.util.List;
import java.util.stream.Stream;

/** All keys of the file, in the order in which they are written. */
final class KeyTable {

    static final Key<ConfigFile, Integer> BATCH_SIZE = Key.optional(
            "batch_size",
            new WholeNumber(1, 1_000_000),
            ConfigFile::batchSize,
            "rows per batch where the target works in batches");
    static final Key<ConfigFile, Integer> WORKERS =
            Key.optional("workers", new WholeNumber(1, 1024), ConfigFile::workers, "threads; never changes the data");

    static final Key<ForgeConfig, Integer> MODEL_VERSION = Key.of(
            "model_version",
            new WholeNumber(1, ForgeConfig.MODEL_VERSION, "; more takes the newer Forge that wrote it"),
            ForgeConfig.MODEL_VERSION,
            config -> ForgeConfig.MODEL_VERSION,
            "the law by which rows are made, written with every complete configuration; a file of an older one is taken as complete,"
                    + " and what it leaves out has its default, whatever the scenario says today");

    static final Key<ForgeConfig, String> SCENARIO = Key.optional(
            "scenario",
            new ScenarioType(),
            ForgeConfig::scenario,
            "preset that this file overlays; forge scenarios lists them");

    /** What a dataset depends on. */
    static final List<Key<ForgeConfig, ?>> DATASET = Stream.of(
                    List.of(SCENARIO, MODEL_VERSION),
                    CalendarKeys.ALL,
                    DimensionKeys.ALL,
                    TimeSeriesKeys.ALL,
                    MovementKeys.TIME_SERIES,
                    RetailKeys.ALL,
                    PromotionKeys.ALL,
                    StockKeys.ALL,
                    SparsityKeys.ALL,
                    MovementKeys.ABSENCES,
                    List.of(
                            EventKeys.DATA_GAPS,
                            HolidayKeys.HOLIDAYS,
                            CalendarEffectKeys.CALENDAR_EFFECTS,
                            EventKeys.SHOCKS,
                            SegmentKeys.SEGMENTS))
            .<Key<ForgeConfig, ?>>flatMap(List::stream)
            .toList();

    /** All of these, what spoils files, and what only steers the work. */
    static final List<Key<?, ?>> FILE = Stream.<Key<?, ?>>concat(
                    DATASET.stream(), Stream.of(DirtKeys.DIRT, BATCH_SIZE, WORKERS))
            .toList();

    private KeyTable() {}

    static ForgeConfig build(Values values) {
        return new ForgeConfig(
                values.find(SCENARIO),
                values.get(CalendarKeys.SEED),
                DimensionKeys.stores(values),
                DimensionKeys.products(values),
                CalendarKeys.dateRange(values),
                values.get(CalendarKeys.COUNTRY),
                TimeSeriesKeys.timeSeries(values),
                RetailKeys.retail(values),
                PromotionKeys.promotions(values),
                StockKeys.stock(values),
                SparsityKeys.sparsity(values),
                values.get(EventKeys.DATA_GAPS),
                values.get(HolidayKeys.HOLIDAYS),
                values.get(EventKeys.SHOCKS),
                MovementKeys.movement(values),
                SegmentKeys.ordered(values.get(SegmentKeys.SEGMENTS)));
    }
}
