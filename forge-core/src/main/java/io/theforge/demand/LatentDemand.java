package io.theforge.demand;

import io.theforge.config.model.TimeSeriesConfig;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.PoissonQuantile;
import io.theforge.random.Stream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Unconstrained demand, what customers ask for before stock runs out: anomaly and log-normal noise around the expected demand, and on top of them
 * the Poisson quantile of one uniform number. One instance per thread: the column is reused by the next pair.
 */
public final class LatentDemand {
    /** No shop sells more of one article on one day; keeps quantities and stock inside 32 bits. */
    public static final int MAX_UNITS = 10_000_000;

    /** Noise is cut off at this many standard deviations, which one draw in 500 million would exceed. */
    private static final double MAX_Z = 6;

    private static final double MAX_SIGMA = 3;

    /** Category noise is kept from pair to pair up to so many numbers, 4 MB; beyond it is drawn again. */
    private static final int MAX_CACHED = 500_000;

    private final TimeSeriesConfig config;
    private final long seed;
    private final long datasetSeed;
    private final int start;
    private final Map<String, Integer> categories = new LinkedHashMap<>();
    private final double storeWeight;
    private final double categoryWeight;
    private final double productWeight;
    private final double seriesWeight;
    private final double[] storeNoise;
    private int noiseOfStore = -1;
    /** By category, as far as {@link #MAX_CACHED} allows; drawn when first asked for. */
    private final double[] @Nullable [] categoryNoise;

    private final double[] otherCategoryNoise;

    /** Units asked for on each planned day of the plan's last segment and beyond. */
    public final int[] units;

    /** What noise multiplied the mean by, with mean 1, on the same days. */
    public final double[] noise;

    /** What an anomaly multiplied it by: the magnitude on a spike, one over it on a dip, else 1. */
    public final double[] anomaly;

    public LatentDemand(Plan plan) {
        this(plan, 0);
    }

    /** @param firstDay first of the days that are drawn, at the earliest that of the plan's last segment */
    public LatentDemand(Plan plan, int firstDay) {
        config = plan.config().timeSeries();
        datasetSeed = plan.config().seed();
        start = Math.max(firstDay, plan.segmentStart(plan.segments() - 1));
        seed = plan.seedOf(start);
        plan.config().products().categories().forEach(share -> categories.put(share.name(), categories.size()));
        storeWeight = Math.sqrt(config.noiseStoreShare());
        categoryWeight = Math.sqrt(config.noiseCategoryShare());
        productWeight = Math.sqrt(config.noiseProductShare());
        seriesWeight = Math.sqrt(
                Math.max(0, 1 - config.noiseStoreShare() - config.noiseCategoryShare() - config.noiseProductShare()));
        storeNoise = new double[plan.plannedDays()];
        otherCategoryNoise = new double[plan.plannedDays()];
        categoryNoise = new double[Math.min(categories.size(), MAX_CACHED / plan.plannedDays())][];
        units = new int[plan.plannedDays()];
        noise = new double[plan.plannedDays()];
        anomaly = new double[plan.plannedDays()];
    }

    /** Fills {@link #units} from the means of a pair, for the plan's last segment and what lies beyond it. */
    public void draw(Store store, Product product, double[] means) {
        long demandKey = pairKey(seed, Stream.DEMAND, store, product);
        long anomalyKey = pairKey(seed, Stream.ANOMALY, store, product);
        long noiseKey = pairKey(seed, Stream.NOISE_SERIES, store, product);
        long productKey = Keys.derive(Keys.key(seed, Stream.NOISE_PRODUCT), product.index());
        double sigma = sigma(store, product);
        double[] ofCategory = otherCategoryNoise;
        if (sigma > 0) {
            drawStoreNoise(store);
            ofCategory = categoryNoise(categories.getOrDefault(product.category(), -1));
        }
        for (int d = start; d < units.length; d++) {
            noise[d] = 1;
            anomaly[d] = 1;
            if (means[d] == 0) {
                units[d] = 0;
                continue;
            }
            if (config.anomalyProbability() > 0) {
                anomaly[d] = anomaly(Keys.uniform(anomalyKey, d));
            }
            if (sigma > 0) {
                double z = storeWeight * storeNoise[d]
                        + categoryWeight * ofCategory[d]
                        + seriesWeight * NormalQuantile.of(Keys.uniform(noiseKey, d));
                if (productWeight > 0) {
                    z += productWeight * NormalQuantile.of(Keys.uniform(productKey, d));
                }
                z = Math.max(-MAX_Z, Math.min(MAX_Z, z));
                noise[d] = StrictMath.exp(sigma * z - sigma * sigma / 2);
            }
            double intensity = Math.min(2.0 * MAX_UNITS, means[d] * anomaly[d] * noise[d]);
            units[d] = Math.min(MAX_UNITS, PoissonQuantile.of(intensity, Keys.uniform(demandKey, d)));
        }
    }

    private static long pairKey(long seed, Stream stream, Store store, Product product) {
        return Keys.derive(Keys.derive(Keys.key(seed, stream), store.index()), product.index());
    }

    /** Returns the noise sigma of a pair: log-normal around the configured median. */
    public double sigma(Store store, Product product) {
        double z = NormalQuantile.of(Keys.uniform(pairKey(datasetSeed, Stream.PAIR_NOISE_SIGMA, store, product), 0));
        return Math.min(MAX_SIGMA, config.noiseSigma() * StrictMath.exp(config.noiseSpread() * z));
    }

    private double anomaly(double u) {
        if (u >= config.anomalyProbability()) {
            return 1;
        }
        return u < config.anomalyProbability() / 2 ? config.anomalyMagnitude() : 1 / config.anomalyMagnitude();
    }

    private void drawStoreNoise(Store store) {
        if (noiseOfStore != store.index()) {
            drawNoise(Stream.NOISE_STORE, store.index(), storeNoise);
            noiseOfStore = store.index();
        }
    }

    private double[] categoryNoise(int category) {
        if (category < 0 || category >= categoryNoise.length) {
            drawNoise(Stream.NOISE_CATEGORY, category, otherCategoryNoise);
            return otherCategoryNoise;
        }
        double[] kept = categoryNoise[category];
        if (kept == null) {
            kept = new double[units.length];
            drawNoise(Stream.NOISE_CATEGORY, category, kept);
            categoryNoise[category] = kept;
        }
        return kept;
    }

    private void drawNoise(Stream stream, int index, double[] noise) {
        long key = Keys.derive(Keys.key(seed, stream), index);
        for (int d = start; d < noise.length; d++) {
            noise[d] = NormalQuantile.of(Keys.uniform(key, d));
        }
    }
}
