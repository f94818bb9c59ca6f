package io.theforge.dataset;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.pricing.PricePlan;
import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.Promotion;
import io.theforge.pricing.PromotionPlan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.series.TruthBlock;
import io.theforge.sink.Chunk;
import io.theforge.sink.SeriesPipeline;
import io.theforge.sink.SmallTableLoad;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A dataset: the small tables as lists, sales and inventory made series by series when they are asked for. The same configuration
 * gives the same rows on any machine. Instances are immutable and can be used by several threads.
 */
public final class Dataset {
    private static final int BATCH_ROWS = 1000;

    private final Plan plan;

    private Dataset(Plan plan) {
        this.plan = plan;
    }

    /** @throws io.theforge.config.model.ConfigException where the country or a holiday is not known */
    public static Dataset of(ForgeConfig config) {
        return new Dataset(Plan.of(config));
    }

    public ForgeConfig config() {
        return plan.config();
    }

    /** Returns the plan behind it, for what is not offered here. */
    public Plan plan() {
        return plan;
    }

    public List<Store> stores() {
        return plan.stores();
    }

    public List<Product> products() {
        return plan.products();
    }

    public List<CalendarDay> calendar() {
        return plan.calendar();
    }

    /** Returns the rows of {@code price_history}. */
    public List<PriceWindow> prices() {
        List<PriceWindow> prices = new ArrayList<>();
        new PricePlan(plan).forEachStored(prices::add);
        return prices;
    }

    /** Returns the rows of {@code promotion}. */
    public List<Promotion> promotions() {
        List<Promotion> promotions = new ArrayList<>();
        new PromotionPlan(plan).forEachStored(promotions::add);
        return promotions;
    }

    /**
     * Returns the series of a product in a store, with the truth behind it. None of the others is made for it.
     *
     * @throws IllegalArgumentException where there is no such store or product
     */
    public SeriesBlock series(String storeCode, String sku) {
        int store = place("store", storeCode, stores().stream().map(Store::code).toList());
        int product =
                place("product", sku, products().stream().map(Product::sku).toList());
        SeriesBlock block = new SeriesBlock(plan.days(), true);
        SeriesGenerator.withTruth(plan, null).generate(store, product, block);
        return block;
    }

    private static int place(String what, String wanted, List<String> known) {
        int place = known.indexOf(wanted);
        if (place < 0) {
            throw new IllegalArgumentException("there is no " + what + " \"" + wanted + "\": they go from "
                    + known.get(0) + " to " + known.get(known.size() - 1));
        }
        return place;
    }

    /**
     * Returns all series, store by store and product by product, each in a block of its own that can be kept. They are made one by one,
     * on the thread that asks for them.
     */
    public Stream<SeriesBlock> series() {
        return series(new SeriesGenerator(plan), false);
    }

    private Stream<SeriesBlock> series(SeriesGenerator generator, boolean truth) {
        return IntStream.range(0, plan.pairs()).mapToObj(pair -> {
            SeriesBlock block = new SeriesBlock(plan.days(), truth);
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            return block;
        });
    }

    /** Returns the rows of {@code sales_daily}, series by series. */
    public Stream<SalesRow> sales() {
        return series().flatMap(this::sales);
    }

    /** Returns the sales of a series. */
    public Stream<SalesRow> sales(SeriesBlock series) {
        return IntStream.range(0, series.salesCount)
                .mapToObj(i -> new SalesRow(
                        date(series.salesDay[i]),
                        storeCode(series),
                        sku(series),
                        series.quantity[i],
                        series.unitPriceCents[i],
                        series.totalCents(i)));
    }

    /** Returns the rows of {@code inventory_snapshot_daily}, series by series. */
    public Stream<InventoryRow> inventory() {
        return series().flatMap(this::inventory);
    }

    /** Returns the inventory of a series. */
    public Stream<InventoryRow> inventory(SeriesBlock series) {
        return IntStream.range(0, series.inventoryCount)
                .mapToObj(i -> new InventoryRow(
                        date(series.inventoryDay[i]),
                        storeCode(series),
                        sku(series),
                        series.onHand[i],
                        series.onOrder[i]));
    }

    /** Returns the truth behind all rows, series by series: what {@code theforge.truth_daily} holds with {@code --truth}. */
    public Stream<TruthRow> truth() {
        return series(SeriesGenerator.withTruth(plan, null), true).flatMap(this::truth);
    }

    /**
     * Returns the truth behind a series, days without a record in it too.
     *
     * @param series from {@link #series(String, String)}
     */
    public Stream<TruthRow> truth(SeriesBlock series) {
        TruthBlock truth = series.truth;
        if (truth == null) {
            throw new IllegalArgumentException("this series has no truth: ask for it by store and product");
        }
        return IntStream.range(truth.firstDay, truth.endDay)
                .mapToObj(day -> new TruthRow(
                        date(day),
                        storeCode(series),
                        sku(series),
                        truth.expected[day],
                        truth.latent[day],
                        truth.available[day],
                        truth.sold[day],
                        truth.lost[day],
                        truth.promotion[day],
                        truth.missing[day]));
    }

    /** Returns the date of a day that is counted from the dataset's first. */
    public LocalDate date(int day) {
        return LocalDate.ofEpochDay(plan.epochDay(day));
    }

    private String storeCode(SeriesBlock series) {
        return stores().get(series.storeIndex).code();
    }

    private String sku(SeriesBlock series) {
        return products().get(series.productIndex).sku();
    }

    /**
     * Writes a table into a sink and ends it: the way for rows that are too many for objects. The sink is closed in any case.
     *
     * @param workers threads that make and encode rows, at least 1; what is written does not depend on them
     * @return rows and fingerprint of the table
     */
    public <C extends Chunk, E extends Exception> TableTotals write(Table table, TableSink<C, E> sink, int workers)
            throws E {
        try (sink) {
            TableTotals totals;
            if (table.isSeries()) {
                try (SeriesPipeline pipeline = new SeriesPipeline(plan, workers, BATCH_ROWS)) {
                    totals = pipeline.load(table, sink, rows -> {});
                }
            } else {
                totals = SmallTableLoad.load(plan, sink, out -> new TableRows(plan).write(table, out));
            }
            sink.finish();
            return totals;
        }
    }

    /** Returns the name of the dataset: 32 hex digits, the same as of a database or an export of it. All rows are made for it. */
    public String fingerprint() {
        Operational work = new Operational(Runtime.getRuntime().availableProcessors(), BATCH_ROWS);
        return PlanFingerprint.of(plan, Map.of(), work).toString();
    }
}
