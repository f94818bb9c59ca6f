package io.theforge.demand;

import io.theforge.movement.Absences;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.pricing.PricePlan;
import io.theforge.pricing.PriceWindow;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The noise-free mean of one pair, day by day, with the prices it depends on. One instance per thread: the columns are
 * reused by the next pair. Days run, from the first one wanted, over the planned ones, beyond the last that is generated, because
 * a shop orders ahead.
 */
public final class ExpectedDemand {
    private final Plan plan;
    private final PricePlan prices;
    private final PromotionEffects promotions;
    private final boolean promoted;
    private final @Nullable SiblingPromotions siblings;
    private final double[] dayFactors;
    private final ShockFactors shocks;
    private final long fitKey;
    private final double fitSigma;
    private final int firstDay;
    private final int days;
    private final double[] eventFactors;
    private final Movement movement;

    /** Mean units of each day, 0 before the launch and after the last day. */
    public final double[] means;

    /** The regular price in force, in cents. */
    public final int[] regularCents;

    /** What is paid: the regular price less the discount of a running promotion. */
    public final int[] unitPriceCents;

    /** First day on which the pair can be sold: its product's launch, or its shop's opening. */
    public int firstDayOnSale;

    public ExpectedDemand(Plan plan) {
        this(plan, 0);
    }

    /** @param firstDay first of the days that are filled */
    public ExpectedDemand(Plan plan, int firstDay) {
        this(plan, firstDay, true);
    }

    /** Returns regular (baseline) demand: what would be sold at regular prices, if neither the article nor another had promotions. */
    static ExpectedDemand withoutPromotions(Plan plan, int firstDay) {
        return new ExpectedDemand(plan, firstDay, false);
    }

    private ExpectedDemand(Plan plan, int firstDay, boolean promoted) {
        this.firstDay = firstDay;
        this.promoted = promoted;
        this.plan = plan;
        prices = new PricePlan(plan);
        promotions = new PromotionEffects(plan, firstDay);
        siblings = promoted ? SiblingPromotions.of(plan, firstDay) : null;
        dayFactors = DayFactors.of(plan);
        shocks = new ShockFactors(plan, firstDay);
        movement = new Movement(plan, firstDay);
        fitKey = Keys.key(plan.config().seed(), Stream.PAIR_FIT);
        // A pair stands out only where both stores and products do: equal stores or equal products leave no trace of it
        fitSigma =
                plan.config().stores().sizeSpread() * plan.config().products().demandSpread();
        days = plan.plannedDays();
        eventFactors = new double[days];
        means = new double[days];
        regularCents = new int[days];
        unitPriceCents = new int[days];
    }

    /** Returns the mean units of a pair on a day on which every other factor is 1. */
    public double level(Store store, Product product) {
        double z = NormalQuantile.of(Keys.uniform(Keys.derive(fitKey, store.index()), product.index()));
        double fit = StrictMath.exp(fitSigma * z - fitSigma * fitSigma / 2);
        return plan.config().timeSeries().baseDemand() * store.size() * product.popularity() * fit;
    }

    /** Fills the columns with those of a pair. Factors are multiplied in the order of {@link DemandFactor}. */
    public void fill(Store store, Product product) {
        double level = level(store, product);
        for (int d = firstDay; d < days; d++) {
            means[d] = level * dayFactors[d];
        }
        prices.chainWindows(product).forEach(this::price);
        prices.storeWindows(product, store.index()).forEach(this::price);
        elasticity(product, means);
        if (promoted) {
            System.arraycopy(regularCents, firstDay, unitPriceCents, firstDay, days - firstDay);
            promotions.discount(product, store.index(), unitPriceCents);
            promotions.lift(product, store.index(), regularCents, means);
            promotions.advertise(product, store.index(), means);
            dips(store, product, means);
            siblings(store, product, means);
        }
        lifecycle(product, means);
        shocks(store, product, means);
        movement.fill(store, product);
        movement.weekdays(means);
        movement.season(product, means);
        movement.calendarEffects(store, product, means);
        movement.drift(means);
        movement.weeklyNoise(means);
        movement.absence(means);
        firstDayOnSale = Math.max(product.launchDay(), shocks.openingDay(store, product));
    }

    /** Returns what a promotion multiplies demand by. @param depth share of the regular price that is taken off, 0 to 1 */
    public double lift(double depth) {
        return promotions.lift(depth);
    }

    /** Returns what moves the pair that was filled last. */
    Movement movement() {
        return movement;
    }

    /** Returns by planned day whether the pair that was filled last is off its shelf, as {@link Absences#state} says. */
    public byte[] absences() {
        return movement.absences();
    }

    /** Returns whether the pair that was filled last is ever off its shelf. */
    public boolean hasAbsences() {
        return movement.isAbsent();
    }

    PromotionEffects promotions() {
        return promotions;
    }

    /** Multiplies a column by what promotions of the pair's siblings do. */
    void siblings(Store store, Product product, double[] column) {
        if (siblings != null) {
            siblings.apply(store, product, column);
        }
    }

    /** Multiplies a column by what the days around promotions lose to them. */
    void dips(Store store, Product product, double[] column) {
        if (promotions.fillDips(product, store.index(), eventFactors)) {
            multiplyByEvents(column);
        }
    }

    /** Multiplies a column by what the demand events do. */
    void shocks(Store store, Product product, double[] column) {
        if (shocks.fill(store, product, eventFactors)) {
            multiplyByEvents(column);
        }
    }

    /** Events of a kind that meet are one factor. */
    private void multiplyByEvents(double[] column) {
        for (int d = firstDay; d < days; d++) {
            column[d] *= eventFactors[d];
        }
    }

    private void price(PriceWindow window) {
        int end = Math.min(days - 1, window.validTo());
        if (end >= firstDay) {
            Arrays.fill(regularCents, Math.max(firstDay, window.validFrom()), end + 1, window.priceCents());
        }
    }

    /** Multiplies a column by what regular prices do; after {@link #fill}. */
    void elasticity(Product product, double[] column) {
        int cents = product.basePriceCents();
        double factor = 1;
        for (int d = firstDay; d < days; d++) {
            if (regularCents[d] != cents) {
                cents = regularCents[d];
                factor = StrictMath.pow((double) cents / product.basePriceCents(), product.elasticity());
            }
            column[d] *= factor;
        }
    }

    /** Multiplies a column by what launch and end of the product do. */
    void lifecycle(Product product, double[] column) {
        int launch = product.launchDay();
        int last = product.lastDay();
        if (launch > firstDay) {
            Arrays.fill(column, firstDay, Math.min(days, launch), 0);
        }
        double rampDays = launch > 0 ? plan.config().retail().newProductRampDays() : 0;
        double declineDays = plan.config().retail().declineDays();
        int end = (int) Math.min(days, last + 1L);
        int rampEnd = (int) Math.min(end, launch + (long) rampDays);
        int declineStart = (int) Math.min(end, last - (long) declineDays + 1);
        for (int d = Math.max(firstDay, launch); d < rampEnd; d++) {
            column[d] *= (d - launch + 1) / rampDays * Math.min(1, (last - d + 1.0) / declineDays);
        }
        for (int d = Math.max(Math.max(firstDay, launch), Math.max(rampEnd, declineStart)); d < end; d++) {
            column[d] *= (last - d + 1.0) / declineDays;
        }
        if (last < days) {
            Arrays.fill(column, Math.max(firstDay, last + 1), days, 0);
        }
    }
}
