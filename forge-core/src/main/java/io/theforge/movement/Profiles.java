package io.theforge.movement;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.MovementConfig;
import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Weekday profiles and seasons that are not the same for all. What they are belongs to the shop: the seed of the dataset draws it. */
public final class Profiles {
    private static final int WEEKDAYS = 7;
    private static final int SATURDAY = 5;
    private static final int DAYS_OF_YEAR = 365;

    private final Plan plan;
    private final MovementConfig.Profiles config;
    private final double[] base = new double[WEEKDAYS];
    private final Map<String, Integer> categories = new HashMap<>();
    private final Map<String, double[]> seasons = new HashMap<>();

    /** Of the pair that was filled last: by weekday, Monday first, what multiplies the common profile. */
    public final double[] weekday = new double[WEEKDAYS];

    public Profiles(Plan plan) {
        this.plan = plan;
        ForgeConfig whole = plan.config();
        config = whole.movement().profiles();
        for (int w = 0; w < WEEKDAYS; w++) {
            base[w] = whole.timeSeries().weekly().get(w)
                    * (w >= SATURDAY ? whole.retail().weekendSpike() : 1);
        }
        whole.products().categories().forEach(share -> categories.put(share.name(), categories.size()));
    }

    /** Fills {@link #weekday}; the sum of the week stays as it is. @return whether profiles differ at all */
    public boolean fillWeekdays(Store store, Product product) {
        if (config.areWeekdaysOff()) {
            return false;
        }
        long seed = plan.config().seed();
        int category = categories.getOrDefault(product.category(), -1);
        long ofCategory = Keys.derive(Keys.key(seed, Stream.WEEKDAY_CATEGORY), category);
        long ofStore = Keys.derive(Keys.key(seed, Stream.WEEKDAY_STORE), store.index());
        long ofSeries = Keys.derive(Keys.derive(Keys.key(seed, Stream.WEEKDAY_SERIES), store.index()), product.index());
        double common = 0;
        double own = 0;
        for (int w = 0; w < WEEKDAYS; w++) {
            double log = normal(config.weekdayCategory(), ofCategory, w)
                    + normal(config.weekdayStore(), ofStore, w)
                    + normal(config.weekdaySeries(), ofSeries, w);
            weekday[w] = StrictMath.exp(log);
            common += base[w];
            own += base[w] * weekday[w];
        }
        for (int w = 0; w < WEEKDAYS && own > 0; w++) {
            weekday[w] *= common / own;
        }
        return true;
    }

    private static double normal(double sigma, long key, int index) {
        return sigma == 0 ? 0 : sigma * NormalQuantile.of(Keys.uniform(key, index));
    }

    /** Returns whether seasons differ. */
    public boolean hasSeasons() {
        return config.seasonCategory() > 0;
    }

    /** Returns the season of a category by planned day, with mean 1 over a year. */
    public double[] season(Product product) {
        return seasons.computeIfAbsent(product.category(), this::season);
    }

    /** A wave a year and, half as strong, one of half a year. */
    private double[] season(String category) {
        long key = Keys.derive(
                Keys.key(plan.config().seed(), Stream.SEASON_CATEGORY), categories.getOrDefault(category, -1));
        double[] z = new double[4];
        for (int i = 0; i < z.length; i++) {
            z[i] = NormalQuantile.of(Keys.uniform(key, i));
        }
        double[] curve = new double[DAYS_OF_YEAR];
        double mean = 0;
        for (int i = 0; i < DAYS_OF_YEAR; i++) {
            double angle = 2 * StrictMath.PI * i / DAYS_OF_YEAR;
            // The variance of the sum over categories is (1 + 1/4) / 1.25 = 1
            double wave = z[0] * StrictMath.cos(angle)
                    + z[1] * StrictMath.sin(angle)
                    + 0.5 * (z[2] * StrictMath.cos(2 * angle) + z[3] * StrictMath.sin(2 * angle));
            curve[i] = StrictMath.exp(config.seasonCategory() * wave / Math.sqrt(1.25));
            mean += curve[i] / DAYS_OF_YEAR;
        }
        double[] days = new double[plan.plannedDays()];
        for (int d = 0; d < days.length; d++) {
            CalendarDay day = plan.plannedCalendar().get(d);
            int dayOfYear = LocalDate.ofEpochDay(day.epochDay()).getDayOfYear();
            days[d] = curve[Math.min(DAYS_OF_YEAR, dayOfYear) - 1] / mean;
        }
        return days;
    }
}
