package io.theforge.oracle.level;

import io.theforge.oracle.score.Contender;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/**
 * How forecasts compare at each level.
 *
 * <p>WRMSSE is that of the M5 competition: at each cutoff the RMSSE of every sum, scaled by its own past, weighted by its share of the revenue of the
 * 28 days before the cutoff; over several cutoffs the mean, each counting the same. WAPE is the sum of the absolute errors of the sums over
 * all units, of all cutoffs together.
 *
 * <p>Contestants are a {@link Contender} that is no model, or the place of a model: {@link #of(Contender)}, {@link #ofModel}.
 */
public final class LevelScores {
    private final int[] cutoffs;
    private final Map<Level, FoldErrors> errors = new EnumMap<>(Level.class);
    private final Map<Level, double[]> absoluteErrors = new EnumMap<>(Level.class);
    private final Map<Level, double[]> units = new EnumMap<>(Level.class);
    private final Map<Level, BitSet> scored = new EnumMap<>(Level.class);

    LevelScores(int[] cutoffs, int contestants) {
        this.cutoffs = cutoffs;
        for (Level level : Level.values()) {
            errors.put(level, new FoldErrors(cutoffs.length, contestants));
            absoluteErrors.put(level, new double[contestants]);
            units.put(level, new double[1]);
            scored.put(level, new BitSet());
        }
    }

    FoldErrors errors(Level level) {
        return of(errors, level);
    }

    /** Which of a level were scored. */
    BitSet scored(Level level) {
        return of(scored, level);
    }

    /** Counts a day of one of the level. */
    void addUnits(Level level, double sold) {
        of(units, level)[0] += sold;
    }

    void addAbsoluteError(Level level, int contestant, double error) {
        of(absoluteErrors, level)[contestant] += error;
    }

    private static <T> T of(Map<Level, T> map, Level level) {
        T value = map.get(level);
        if (value == null) {
            throw new IllegalArgumentException(String.valueOf(level));
        }
        return value;
    }

    /** Returns the first days that were not known, ascending, of the cutoffs that could be scored. */
    public int[] cutoffs() {
        return cutoffs.clone();
    }

    /** Returns the contestant that is the oracle or a benchmark. */
    public static int of(Contender contender) {
        return Contestants.place(contender);
    }

    /** Returns the contestant that is this model of the file. */
    public static int ofModel(int model) {
        return Contestants.model(model);
    }

    /** Returns how many there are of a level, such as stores, that were scored. */
    public int series(Level level) {
        return scored(level).cardinality();
    }

    /** Returns the WRMSSE of a level, the mean over cutoffs; NaN where it is not defined. */
    public double wrmsse(Level level, int contestant) {
        return errors(level).mean(contestant);
    }

    /** Returns the same from one of the {@link #cutoffs}. */
    public double wrmsse(Level level, int contestant, int fold) {
        return errors(level).mean(fold, contestant);
    }

    /** Returns the mean of the WRMSSE of all levels. */
    public double wrmsse(int contestant) {
        double sum = 0;
        for (Level level : Level.values()) {
            sum += wrmsse(level, contestant);
        }
        return sum / Level.values().length;
    }

    /** Returns the same from one of the {@link #cutoffs}. */
    public double wrmsse(int contestant, int fold) {
        double sum = 0;
        for (Level level : Level.values()) {
            sum += wrmsse(level, contestant, fold);
        }
        return sum / Level.values().length;
    }

    /** Returns the WAPE of a level, 0.25 being 25 per cent; NaN where nothing was sold. */
    public double wape(Level level, int contestant) {
        double sold = of(units, level)[0];
        return sold > 0 ? of(absoluteErrors, level)[contestant] / sold : Double.NaN;
    }

    /** Returns the skill by WRMSSE: 0 = naive, 1 = oracle; NaN where naive is no worse than the oracle. */
    public double skill(Level level, int contestant) {
        double naive = wrmsse(level, of(Contender.NAIVE));
        double room = naive - wrmsse(level, of(Contender.ORACLE));
        return room > 0 ? (naive - wrmsse(level, contestant)) / room : Double.NaN;
    }
}
