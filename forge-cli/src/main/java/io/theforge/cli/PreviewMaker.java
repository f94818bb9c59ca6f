package io.theforge.cli;

import io.theforge.demand.DemandFactors;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Generates what a preview shows. Above a limit of series-days the total stands on evenly spread series, scaled up. */
final class PreviewMaker {
    /** About half a second on two processors. */
    private static final int MOST_SERIES_DAYS = 400_000;

    private final Plan plan;
    private final DemandFactors factors;
    private final SeriesGenerator generator;
    private final SeriesBlock block;

    PreviewMaker(Plan plan) {
        this.plan = plan;
        factors = new DemandFactors(plan);
        generator = new SeriesGenerator(plan);
        block = new SeriesBlock(plan.days());
    }

    /** How many series the total stands on. */
    static int sampled(Plan plan) {
        return Math.min(plan.pairs(), Math.max(1, MOST_SERIES_DAYS / plan.days()));
    }

    /** The total of all series. @param workers threads, which do not change it */
    static PreviewSeries total(Plan plan, int workers) {
        int sample = sampled(plan);
        int parts = Math.min(workers, sample);
        List<PreviewSeries> sums = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    PreviewMaker maker = new PreviewMaker(plan);
                    PreviewSeries sum = new PreviewSeries("total", plan.days());
                    for (int i = sample * part / parts; i < sample * (part + 1) / parts; i++) {
                        sum.add(maker.series((int) ((long) i * plan.pairs() / sample)));
                    }
                    return sum;
                })
                .toList();
        PreviewSeries total = new PreviewSeries("total", plan.days());
        for (PreviewSeries sum : sums) {
            total.merge(sum);
        }
        total.finish((double) plan.pairs() / sample);
        return total;
    }

    /** A few series: those asked for, else some at evenly spread places. */
    static List<PreviewSeries> chosen(Plan plan, int[] pairs) {
        PreviewMaker maker = new PreviewMaker(plan);
        List<PreviewSeries> chosen = new ArrayList<>();
        for (int pair : pairs) {
            chosen.add(maker.series(pair));
        }
        return chosen;
    }

    private PreviewSeries series(int pair) {
        Store store = plan.stores().get(plan.storeOf(pair));
        Product product = plan.products().get(plan.productOf(pair));
        factors.fill(store, product);
        generator.generate(store.index(), product.index(), block);
        PreviewSeries series = new PreviewSeries(store.code() + " " + product.sku(), plan.days());
        series.level = factors.level();
        System.arraycopy(factors.means(), 0, series.expected, 0, plan.days());
        factors.columns()
                .forEach((factor, column) -> System.arraycopy(column, 0, series.factor(factor), 0, plan.days()));
        Arrays.fill(series.sold, Double.NaN);
        for (int i = 0; i < block.salesCount; i++) {
            series.sold[block.salesDay[i]] = block.quantity[i];
        }
        for (int i = 0; i < block.inventoryCount; i++) {
            series.stockouts[block.inventoryDay[i]] = block.onHand[i] == 0 ? 1 : 0;
        }
        return series;
    }
}
