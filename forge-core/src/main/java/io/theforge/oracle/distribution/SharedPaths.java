package io.theforge.oracle.distribution;

import io.theforge.config.model.TimeSeriesConfig;
import io.theforge.demand.DemandLimits;
import io.theforge.plan.Plan;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;

/**
 * Paths that what a cutoff hides may take: shocks of the drift, weeks and absences to come, the same for all days of a series from that
 * cutoff. They are keyed, in pairs of opposite signs, and the same for all series; only their order hangs on the cutoff. One instance per thread.
 */
public final class SharedPaths {
    /** How many there are. */
    public static final int PATHS = 64;

    /** Shocks and weeks that are told apart; later ones begin again. */
    private static final int DRAWS = 64;

    private static final double[][] SHOCKS = normals(0);
    private static final double[][] WEEKS = normals(1);
    /** By cutoff, which of the paths is which: what one cutoff hides has nothing to do with what another does. */
    private static final int[][] ORDERS = orders();

    /** Spreads ranks of absence over paths, whatever their shocks. */
    private static final int RANK_STEP = 37;

    private final double anomalyMean;
    private final double anomalySquare;
    private final double[] errors = new double[PATHS];

    private final MovementAhead ahead;
    private int[] order = ORDERS[0];
    private double mean;
    private double noiseSquare;

    SharedPaths(Plan plan, MovementAhead ahead) {
        this.ahead = ahead;
        TimeSeriesConfig config = plan.config().timeSeries();
        double magnitude = config.anomalyMagnitude();
        double probability = config.anomalyProbability();
        anomalyMean = DemandLimits.anomalyMean(config);
        anomalySquare = 1 + probability * ((magnitude * magnitude + 1 / (magnitude * magnitude)) / 2 - 1);
    }

    private static double[][] normals(int kind) {
        double[][] normals = new double[PATHS][DRAWS];
        long key = Keys.derive(Keys.key(0, Stream.ORACLE_PATH), kind);
        for (int p = 0; p < PATHS / 2; p++) {
            for (int i = 0; i < DRAWS; i++) {
                normals[p][i] = NormalQuantile.of(Keys.uniform(Keys.derive(key, p), i));
                normals[p + PATHS / 2][i] = -normals[p][i];
            }
        }
        return normals;
    }

    private static int[][] orders() {
        int[][] orders = new int[PATHS][PATHS];
        for (int o = 0; o < PATHS; o++) {
            long key = Keys.derive(Keys.derive(Keys.key(0, Stream.ORACLE_PATH), 2), o);
            for (int p = 0; p < PATHS; p++) {
                int other = Keys.below(key, p, p + 1);
                orders[o][p] = orders[o][other];
                orders[o][other] = p;
            }
        }
        return orders;
    }

    static double shock(int path, int ahead) {
        return SHOCKS[path][ahead % DRAWS];
    }

    static double week(int path, int ahead) {
        return WEEKS[path][ahead % DRAWS];
    }

    /** Whether a path is one of those on which the article is off the shelf, of the share that are. */
    private static boolean isAbsent(int path, double share) {
        return ((path * RANK_STEP) % PATHS + 0.5) / PATHS < share;
    }

    /**
     * The day that is meant.
     *
     * @param meanOnShelf before noise and anomalies, on average over paths on which the article is there
     * @param sigma of the noise of the day alone
     * @param cutoff first day that is not known
     */
    void of(double meanOnShelf, double sigma, int cutoff) {
        order = ORDERS[cutoff % PATHS];
        mean = meanOnShelf;
        noiseSquare = StrictMath.exp(sigma * sigma);
    }

    /** Spreads an expected squared error over the paths, so that its mean stays. */
    void spread(double squaredError, double forecast, double[] into, int offset) {
        double sum = 0;
        for (int p = 0; p < PATHS; p++) {
            double intensity = isAbsent(p, ahead.absent) ? 0 : mean * ahead.hidden.multipliers[p];
            double first = intensity * anomalyMean;
            double second = intensity * intensity * noiseSquare * anomalySquare + first;
            errors[p] = second - 2 * forecast * first + forecast * forecast;
            sum += errors[p];
        }
        for (int p = 0; p < PATHS; p++) {
            into[offset + order[p]] = sum > 0 ? squaredError * errors[p] * PATHS / sum : squaredError;
        }
    }
}
