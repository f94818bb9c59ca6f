package io.theforge.table;

import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.pricing.PricePlan;
import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.Promotion;
import io.theforge.pricing.PromotionPlan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesSelection;
import io.theforge.series.TruthBlock;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** How a row of each table is written: the one definition behind every load, export and fingerprint. */
public final class TableRows {
    private final Plan plan;
    // Made when they are needed: most have rows of series alone to write
    private @Nullable PricePlan prices;
    private @Nullable PromotionPlan promotions;

    public TableRows(Plan plan) {
        this.plan = plan;
    }

    /** Writes all rows of one of the five small tables, in their order. */
    public void write(Table table, RowWriter out) {
        write(table, null, out);
    }

    /** Writes those rows of one of the five small tables that some series need; all days of the calendar. */
    public void write(Table table, @Nullable SeriesSelection wanted, RowWriter out) {
        switch (table) {
            case STORE ->
                plan.stores().stream()
                        .filter(store -> wanted == null || wanted.stores().get(store.index()))
                        .forEach(store -> store(store, out));
            case PRODUCT ->
                plan.products().stream()
                        .filter(product -> wanted == null || wanted.products().get(product.index()))
                        .forEach(product -> product(product, out));
            case CALENDAR -> writeCalendar(epochDay -> true, out);
            case PRICE_HISTORY -> {
                long[] next = {0};
                prices().forEachStored(window -> {
                    long ordinal = next[0]++;
                    if (wanted == null || wanted.reaches(window.storeIndex(), window.productIndex())) {
                        price(ordinal, window, out);
                    }
                });
            }
            case PROMOTION -> {
                long[] next = {0};
                PromotionPlan promotions = promotions();
                promotions.forEachStored(promotion -> {
                    long ordinal = next[0]++;
                    if (wanted == null || wanted.reaches(promotion.storeIndex(), promotion.productIndex())) {
                        promotion(ordinal, promotion, promotions.name(promotion), out);
                    }
                });
            }
            case SALES_DAILY, INVENTORY_SNAPSHOT_DAILY, TRUTH_DAILY ->
                throw new IllegalArgumentException(table + " is written series by series");
        }
    }

    /**
     * Writes the rows that one product has in a small table. They bear no ordinals: this is for targets without ids, which take products
     * in parts.
     */
    public void writeProduct(Table table, Product product, RowWriter out) {
        switch (table) {
            case PRODUCT -> product(product, out);
            case PRICE_HISTORY -> prices().forEachStored(product, window -> price(0, window, out));
            case PROMOTION -> {
                PromotionPlan promotions = promotions();
                promotions.forEachStored(
                        product, promotion -> promotion(0, promotion, promotions.name(promotion), out));
            }
            default -> throw new IllegalArgumentException(table + " is not written product by product");
        }
    }

    private PricePlan prices() {
        if (prices == null) {
            prices = new PricePlan(plan);
        }
        return prices;
    }

    private PromotionPlan promotions() {
        if (promotions == null) {
            promotions = new PromotionPlan(plan);
        }
        return promotions;
    }

    /** Writes the rows of the calendar for the days wanted, in days since 1970-01-01. */
    public void writeCalendar(IntPredicate wantedEpochDays, RowWriter out) {
        plan.calendar().stream()
                .filter(day -> wantedEpochDays.test(day.epochDay()))
                .forEach(day -> calendar(day, out));
    }

    /** Writes the rows of one series in one of the two large tables, or the truth behind them. */
    public void writeSeries(Table table, SeriesBlock block, RowWriter out) {
        switch (table) {
            case SALES_DAILY -> sales(block, out);
            case INVENTORY_SNAPSHOT_DAILY -> inventory(block, out);
            case TRUTH_DAILY -> truth(block, Objects.requireNonNull(block.truth), out);
            default -> throw new IllegalArgumentException(table + " is not written series by series");
        }
    }

    /** Returns the number of rows that {@link #writeSeries} writes. */
    public static int count(Table table, SeriesBlock block) {
        return switch (table) {
            case SALES_DAILY -> block.salesCount;
            case INVENTORY_SNAPSHOT_DAILY -> block.inventoryCount;
            case TRUTH_DAILY -> block.daysOnSale;
            default -> throw new IllegalArgumentException(table + " is not written series by series");
        };
    }

    private static void store(Store store, RowWriter out) {
        out.startRow(store.index());
        out.text(store.code());
        out.text(store.name());
        out.text(store.region());
        out.text(store.city());
        out.text(store.type());
        out.endRow();
    }

    private static void product(Product product, RowWriter out) {
        out.startRow(product.index());
        out.text(product.sku());
        out.text(product.name());
        out.text(product.category());
        out.text(product.brand());
        out.cents(product.basePriceCents());
        out.cents(product.baseCostCents());
        out.endRow();
    }

    /** Writes one calendar row; days that were there before are written singly. */
    public static void calendar(CalendarDay day, RowWriter out) {
        out.startRow(0);
        out.date(day.epochDay());
        out.integer(day.dayOfWeek());
        out.integer(day.month());
        out.integer(day.quarter());
        out.integer(day.year());
        out.bool(day.isHoliday());
        out.text(day.holidayName());
        out.endRow();
    }

    private void price(long ordinal, PriceWindow window, RowWriter out) {
        out.startRow(ordinal);
        out.product(window.productIndex());
        out.store(window.storeIndex());
        out.cents(window.priceCents());
        out.date(plan.epochDay(window.validFrom()));
        if (window.validTo() == PriceWindow.OPEN) {
            out.nothing();
        } else {
            out.date(plan.epochDay(window.validTo()));
        }
        out.endRow();
    }

    private void promotion(long ordinal, Promotion promotion, String name, RowWriter out) {
        out.startRow(ordinal);
        out.product(promotion.productIndex());
        out.store(promotion.storeIndex());
        out.text(name);
        if (promotion.discountCents() > 0) {
            out.nothing();
            out.cents(promotion.discountCents());
        } else {
            out.basisPoints(promotion.discountBasisPoints());
            out.nothing();
        }
        out.date(plan.epochDay(promotion.startDay()));
        out.date(plan.epochDay(promotion.endDay()));
        out.endRow();
    }

    private void sales(SeriesBlock block, RowWriter out) {
        for (int i = 0; i < block.salesCount; i++) {
            sale(block, i, out);
        }
    }

    // A row is a method of its own: the JVM then compiles it once, early, and not again with each loop around it
    private void sale(SeriesBlock block, int i, RowWriter out) {
        out.startRow(plan.ordinal(block.storeIndex, block.productIndex, block.salesDay[i]));
        out.date(plan.epochDay(block.salesDay[i]));
        out.store(block.storeIndex);
        out.product(block.productIndex);
        out.integer(block.quantity[i]);
        out.cents(block.unitPriceCents[i]);
        out.cents(block.totalCents(i));
        out.endRow();
    }

    private void inventory(SeriesBlock block, RowWriter out) {
        for (int i = 0; i < block.inventoryCount; i++) {
            snapshot(block, i, out);
        }
    }

    private void snapshot(SeriesBlock block, int i, RowWriter out) {
        out.startRow(plan.ordinal(block.storeIndex, block.productIndex, block.inventoryDay[i]));
        out.date(plan.epochDay(block.inventoryDay[i]));
        out.store(block.storeIndex);
        out.product(block.productIndex);
        out.integer(block.onHand[i]);
        out.integer(block.onOrder[i]);
        out.bool(block.onHand[i] == 0);
        out.endRow();
    }

    private void truth(SeriesBlock block, TruthBlock truth, RowWriter out) {
        for (int d = truth.firstDay; d < truth.endDay; d++) {
            out.startRow(plan.ordinal(block.storeIndex, block.productIndex, d));
            out.date(plan.epochDay(d));
            out.store(block.storeIndex);
            out.product(block.productIndex);
            out.cents(truth.regularCents[d]);
            out.cents(truth.unitPriceCents[d]);
            out.text(truth.promotion[d]);
            out.real(truth.level);
            for (double[] factor : truth.factors.values()) {
                out.real(factor[d]);
            }
            out.real(truth.anomalyMean);
            out.real(truth.expected[d]);
            out.real(truth.sigma);
            out.real(truth.noise[d]);
            out.real(truth.anomaly[d]);
            out.integer(truth.latent[d]);
            out.integer(truth.available[d]);
            out.integer(truth.sold[d]);
            out.integer(truth.lost[d]);
            out.integer(truth.backlog[d]);
            out.text(truth.missing[d]);
            out.endRow();
        }
    }
}
