package io.theforge.uplift;

import io.theforge.config.ConfigReader;
import io.theforge.config.Effect;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.Promotion;
import io.theforge.pricing.PromotionPlan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The true uplift of an effect: each series as it is, less the same series in the twin that is made from the same draws without the
 * effect. Nothing is estimated but what is called so.
 */
public final class TrueUplift {
    /** Days before a promotion that a before-after estimate takes for what would have been. */
    public static final int BEFORE_DAYS = 28;

    private static final int CHUNK_PAIRS = 64;

    private final Plan plan;
    private final Plan twin;
    private final boolean promotions;
    private final UpliftLine total = new UpliftLine("total");
    private final Map<String, UpliftLine> byCategory = new TreeMap<>();
    private final Map<String, UpliftLine> byDepth = new TreeMap<>();
    private final Map<String, UpliftLine> byPromotion = new TreeMap<>();

    private TrueUplift(Plan plan, Plan twin, Effect effect) {
        this.plan = plan;
        this.twin = twin;
        promotions = effect == Effect.PROMOTIONS;
    }

    /** Returns the uplift of an effect over all series, computed on all processors. */
    public static TrueUplift of(Plan plan, Effect effect) {
        Plan twin = Plan.of(ConfigReader.without(plan.config(), effect));
        TrueUplift uplift = new TrueUplift(plan, twin, effect);
        int chunks = (plan.pairs() + CHUNK_PAIRS - 1) / CHUNK_PAIRS;
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            TrueUplift part = new TrueUplift(plan, twin, effect);
            part.add(chunk * CHUNK_PAIRS, Math.min(plan.pairs(), (chunk + 1) * CHUNK_PAIRS));
            uplift.add(part);
        });
        return uplift;
    }

    /** Returns the whole effect. */
    public UpliftLine total() {
        return total;
    }

    /** Returns the effect by category of products, in the order of their names. */
    public List<UpliftLine> byCategory() {
        return List.copyOf(byCategory.values());
    }

    /** Returns the effect by depth of the discount, from shallow to deep; empty for effects other than promotions, as the next. */
    public List<UpliftLine> byDepth() {
        return List.copyOf(byDepth.values());
    }

    /** Returns the effect by promotion: "SKU-000001 2024-03-05 March 2024: 15% off", with a store's code where it is the store's alone. */
    public List<UpliftLine> byPromotion() {
        return List.copyOf(byPromotion.values());
    }

    private synchronized void add(TrueUplift part) {
        total.add(part.total);
        add(part.byCategory.values(), byCategory);
        add(part.byDepth.values(), byDepth);
        add(part.byPromotion.values(), byPromotion);
    }

    private static void add(Collection<UpliftLine> lines, Map<String, UpliftLine> to) {
        lines.forEach(line -> to.computeIfAbsent(line.name, UpliftLine::new).add(line));
    }

    private void add(int firstPair, int endPair) {
        SeriesGenerator with = SeriesGenerator.withTruth(plan, null);
        SeriesGenerator without = SeriesGenerator.withTruth(twin, null);
        SeriesBlock is = new SeriesBlock(plan.days(), true);
        SeriesBlock would = new SeriesBlock(plan.days(), true);
        PromotionPlan running = new PromotionPlan(plan);
        for (int pair = firstPair; pair < endPair; pair++) {
            int store = plan.storeOf(pair);
            Product product = plan.products().get(plan.productOf(pair));
            with.generate(store, product.index(), is);
            without.generate(store, product.index(), would);
            PairUplift of = new PairUplift(Objects.requireNonNull(is.truth), Objects.requireNonNull(would.truth));
            List<Promotion> ofPair = new ArrayList<>();
            if (promotions) {
                running.forEachOfPair(product, store, ofPair::add);
            }
            UpliftLine category = byCategory.computeIfAbsent(product.category(), UpliftLine::new);
            UpliftLine whole = promotions ? of.otherDays(ofPair) : of.allDays();
            total.add(whole);
            category.add(whole);
            for (Promotion promotion : ofPair) {
                if (promotion.startDay() < plan.days()) {
                    UpliftLine line = of.promotion(promotion, name(promotion, running.name(promotion)));
                    total.add(line);
                    category.add(line);
                    byDepth.computeIfAbsent(depth(promotion, product), UpliftLine::new)
                            .add(line);
                    byPromotion.computeIfAbsent(line.name, UpliftLine::new).add(line);
                }
            }
        }
    }

    private String name(Promotion promotion, String called) {
        String store = promotion.storeIndex() == PriceWindow.CHAIN
                ? ""
                : " " + plan.stores().get(promotion.storeIndex()).code();
        return plan.products().get(promotion.productIndex()).sku() + store + " "
                + plan.config().dateRange().start().plusDays(promotion.startDay()) + " "
                + called;
    }

    /** Returns the depth at the base price, so that a promotion has one. */
    private static String depth(Promotion promotion, Product product) {
        int percent = (int) Math.round(promotion.depth(product.basePriceCents()) * 100);
        int from = percent / 10 * 10;
        return String.format(Locale.ROOT, "%02d to %02d %% off", from, from + 9);
    }
}
