package io.theforge.spark.source;

import io.theforge.config.model.ForgeConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.pricing.PricePlan;
import io.theforge.pricing.PromotionPlan;
import io.theforge.table.Table;
import java.util.Arrays;

/** About how many rows a query reads, for Spark's choice of joins and ours of parts: what is to be expected, and nothing is made for it. */
final class RowEstimate {
    private static final double DAYS_A_MONTH = 30.4;

    private final Plan plan;
    private final ForgeConfig config;
    private final Wanted.Settled wanted;

    private RowEstimate(Plan plan, Wanted.Settled wanted) {
        this.plan = plan;
        this.wanted = wanted;
        config = plan.config();
    }

    static long of(Plan plan, Table table, Wanted.Settled wanted) {
        return new RowEstimate(plan, wanted).rows(table);
    }

    private long rows(Table table) {
        return switch (table) {
            case STORE -> wanted.stores().length;
            case PRODUCT -> wanted.products().length;
            case CALENDAR -> wanted.days().cardinality();
            case PRICE_HISTORY -> prices();
            case PROMOTION -> promotions();
            case SALES_DAILY ->
                Math.round(productDays()
                        * wanted.stores().length
                        * (1 - config.sparsity().missingCombinations()));
            case INVENTORY_SNAPSHOT_DAILY, TRUTH_DAILY -> productDays() * wanted.stores().length;
        };
    }

    private double months() {
        return plan.days() / DAYS_A_MONTH;
    }

    private long prices() {
        double changes = months() * config.retail().priceChangeProbability();
        double ofStores = plan.stores().size() * PricePlan.OWN_PRICE_SHARE * changes;
        return Math.round(wanted.products().length * (1 + changes + ofStores));
    }

    private long promotions() {
        double stores = 1 + (plan.stores().size() - 1) * PromotionPlan.STORE_SHARE;
        double starts = Arrays.stream(wanted.products())
                .mapToDouble(
                        p -> config.promotionProbability(plan.products().get(p).category()))
                .sum();
        return Math.round(starts * months() * (PromotionPlan.CHAIN_SHARE + (1 - PromotionPlan.CHAIN_SHARE) * stores));
    }

    /** Returns on how many of the wanted days the products are on sale, summed over them. */
    private long productDays() {
        long days = 0;
        int all = wanted.days().cardinality();
        for (int p : wanted.products()) {
            Product product = plan.products().get(p);
            boolean isAlways = product.launchDay() <= 0 && product.lastDay() >= plan.days() - 1;
            days += isAlways ? all : onSale(product);
        }
        return days;
    }

    private int onSale(Product product) {
        int end = Math.min(plan.days() - 1, product.lastDay()) + 1;
        int start = Math.max(0, product.launchDay());
        return start >= end ? 0 : wanted.days().get(start, end).cardinality();
    }
}
