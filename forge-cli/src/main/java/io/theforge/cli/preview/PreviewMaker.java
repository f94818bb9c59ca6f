package io.theforge.cli.preview;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.series.TruthBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Generates what a preview shows, by what generates the rows. One instance per thread. */
final class PreviewMaker {
    private final Plan plan;
    private final SeriesGenerator generator;
    private final SeriesBlock block;

    PreviewMaker(Plan plan) {
        this.plan = plan;
        generator = SeriesGenerator.withTruth(plan, null);
        block = new SeriesBlock(plan.days(), true);
    }

    /**
     * The total of all pairs; where they have too many days, of a sample, scaled up.
     *
     * @param mostSeriesDays days of all series together that may be generated
     * @param workers threads, which do not change it
     */
    static PreviewSeries total(Plan plan, PreviewPairs pairs, int mostSeriesDays, int workers) {
        PreviewPairs.Sample sample = pairs.sample(Math.max(1, mostSeriesDays / plan.days()));
        int[] chosen = sample.pairs();
        int parts = Math.min(workers, chosen.length);
        List<PreviewSeries> sums = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    PreviewMaker maker = new PreviewMaker(plan);
                    PreviewSeries sum = PreviewSeries.total(plan.days());
                    int from = (int) ((long) chosen.length * part / parts);
                    int to = (int) ((long) chosen.length * (part + 1) / parts);
                    for (int i = from; i < to; i++) {
                        sum.add(maker.series(chosen[i]));
                    }
                    return sum;
                })
                .toList();
        PreviewSeries total = PreviewSeries.total(plan.days());
        sums.forEach(total::merge);
        total.finish(sample.scale());
        return total;
    }

    PreviewSeries series(int pair) {
        Store store = plan.stores().get(plan.storeOf(pair));
        Product product = plan.products().get(plan.productOf(pair));
        PreviewSeries series = PreviewSeries.of(store, product, plan.days());
        generator.generate(store.index(), product.index(), block);
        TruthBlock truth = Objects.requireNonNull(block.truth);
        series.level = truth.level;
        System.arraycopy(truth.means, 0, series.expected, 0, plan.days());
        truth.factors.forEach((factor, column) -> System.arraycopy(column, 0, series.factor(factor), 0, plan.days()));
        Arrays.fill(series.sold, Double.NaN);
        for (int i = 0; i < block.salesCount; i++) {
            series.sold[block.salesDay[i]] = block.quantity[i];
        }
        for (int i = 0; i < block.inventoryCount; i++) {
            series.counted[block.inventoryDay[i]] = 1;
            series.stockouts[block.inventoryDay[i]] = block.onHand[i] == 0 ? 1 : 0;
        }
        for (int d = truth.firstDay; d < truth.endDay; d++) {
            series.onSale[d] = 1;
            series.missing[d] = Double.isNaN(series.sold[d]) ? 1 : 0;
        }
        return series;
    }
}
