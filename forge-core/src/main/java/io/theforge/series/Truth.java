package io.theforge.series;

import io.theforge.demand.DemandFactor;
import io.theforge.demand.DemandFactors;
import io.theforge.demand.DemandLimits;
import io.theforge.demand.ExpectedDemand;
import io.theforge.demand.LatentDemand;
import io.theforge.inventory.Stock;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.pricing.PromotionPlan;
import java.util.Arrays;
import java.util.Map;

/** Records the answer key: why the rows of a pair are what they are, for the days of one segment. One instance per thread. */
final class Truth {
    private final int segmentStart;
    private final int days;
    private final ExpectedDemand expected;
    private final DemandFactors factors;
    private final PromotionPlan promotions;
    private final double anomalyMean;

    /** @param view the dataset as of the segment */
    Truth(Plan view, ExpectedDemand expected) {
        this.expected = expected;
        segmentStart = view.segmentStart(view.segments() - 1);
        days = view.days();
        factors = new DemandFactors(view, expected);
        promotions = new PromotionPlan(view);
        anomalyMean = DemandLimits.anomalyMean(view.config().timeSeries());
    }

    /** Records what was expected and asked for of the pair that has just been drawn. */
    void recordDemand(Store store, Product product, LatentDemand latent, TruthBlock out) {
        factors.decompose(store, product);
        out.level = factors.level();
        out.anomalyMean = anomalyMean;
        for (Map.Entry<DemandFactor, double[]> column : out.factors.entrySet()) {
            copy(factors.column(column.getKey()), column.getValue());
        }
        out.sigma = latent.sigma(store, product);
        copy(expected.means, out.means);
        copy(latent.noise, out.noise);
        copy(latent.anomaly, out.anomaly);
        for (int d = segmentStart; d < days; d++) {
            out.expected[d] = expected.means[d] * anomalyMean;
            out.latent[d] = latent.units[d];
            out.regularCents[d] = expected.regularCents[d];
            out.unitPriceCents[d] = expected.unitPriceCents[d];
        }
        Arrays.fill(out.promotion, segmentStart, days, null);
        promotions.forEachOfPair(product, store.index(), promotion -> {
            int start = Math.max(segmentStart, promotion.startDay());
            int end = Math.min(days - 1, promotion.endDay());
            if (start <= end) {
                Arrays.fill(out.promotion, start, end + 1, promotions.name(promotion));
            }
        });
    }

    private void copy(double[] from, double[] to) {
        System.arraycopy(from, segmentStart, to, segmentStart, days - segmentStart);
    }

    /** Records what the shelf allowed, and what of it has a record. */
    static void recordSales(Product product, int start, int end, Stock stock, RecordGaps gaps, TruthBlock out) {
        out.firstDay = start;
        out.endDay = Math.max(start, end);
        for (int d = start; d < end; d++) {
            out.available[d] = stock.available[d];
            out.sold[d] = stock.sold[d];
            out.lost[d] = stock.lost[d];
            out.backlog[d] = stock.waitedFor[d];
            out.missing[d] = gaps.reason(product, d);
        }
    }
}
