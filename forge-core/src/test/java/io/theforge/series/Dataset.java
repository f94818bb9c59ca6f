package io.theforge.series;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.plan.Plan;
import io.theforge.pricing.PricePlan;
import io.theforge.pricing.PriceWindow;
import io.theforge.pricing.Promotion;
import io.theforge.pricing.PromotionPlan;
import java.util.ArrayList;
import java.util.List;

/** All rows of a small dataset, in memory, for tests that look at them as a stranger with the database would. */
public final class Dataset {
    public final Plan plan;
    public final List<PriceWindow> prices = new ArrayList<>();
    public final List<Promotion> promotions = new ArrayList<>();
    private final SeriesGenerator generator;

    private Dataset(Plan plan) {
        this.plan = plan;
        generator = new SeriesGenerator(plan);
        new PricePlan(plan).forEachStored(prices::add);
        new PromotionPlan(plan).forEachStored(promotions::add);
    }

    /** The dataset of a configuration file with this text. */
    public static Dataset of(String yaml) {
        return new Dataset(plan(yaml));
    }

    public static Plan plan(String yaml) {
        return Plan.of(ConfigReader.parse(yaml, "test").resolve(Overrides.NONE));
    }

    /** The rows of one pair, in a block of their own. */
    public SeriesBlock series(int storeIndex, int productIndex) {
        SeriesBlock block = new SeriesBlock(plan.days());
        generator.generate(storeIndex, productIndex, block);
        return block;
    }

    public List<SeriesBlock> allSeries() {
        List<SeriesBlock> all = new ArrayList<>();
        for (int pair = 0; pair < plan.pairs(); pair++) {
            all.add(series(plan.storeOf(pair), plan.productOf(pair)));
        }
        return all;
    }
}
