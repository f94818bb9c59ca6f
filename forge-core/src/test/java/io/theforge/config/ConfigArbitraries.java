package io.theforge.config;

import io.theforge.config.model.CalendarEffect;
import io.theforge.config.model.DataGap;
import io.theforge.config.model.EventDates;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.HolidayRule;
import io.theforge.config.model.PromotionsConfig.OfCategory;
import io.theforge.config.model.Share;
import io.theforge.config.model.Shock;
import io.theforge.config.model.StockConfig.Supply;
import io.theforge.config.model.TimeSeriesConfig;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Configurations of every kind, made from the key table: a new key takes part without a change here. */
final class ConfigArbitraries {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final String LETTERS = "abcXYZ 019_-:#,[]{}&*!|>'\"%@`~\\äß漢😀\u00a0\ue000";

    private final Random random;

    private ConfigArbitraries(Random random) {
        this.random = random;
    }

    static Arbitrary<ForgeConfig> configurations() {
        return Arbitraries.randomValue(random -> new ConfigArbitraries(random).config());
    }

    private ForgeConfig config() {
        Values values = new Values();
        for (Key<ForgeConfig, ?> key : KeyTable.DATASET) {
            if (random.nextInt(3) > 0) {
                putSample(values, key);
            }
        }
        avoidContradictions(values);
        return KeyTable.build(values);
    }

    @SuppressWarnings("unchecked")
    private <T> void putSample(Values values, Key<?, T> key) {
        values.put(key, (T) sample(key.type()));
    }

    private Object sample(Type<?> type) {
        if (type instanceof NumberType number) {
            double step = random.nextBoolean() ? random.nextInt(100) / 100.0 : random.nextDouble();
            return Math.max(
                    number.min() + (number.aboveMin() ? 1e-9 : 0), number.max() - step * (number.max() - number.min()));
        } else if (type instanceof WholeNumber number) {
            return number.min() + random.nextInt(Math.min(1000, number.max() - number.min() + 1));
        } else if (type instanceof SeedType) {
            return random.nextLong();
        } else if (type instanceof Choice<?> choice) {
            return choice.options()
                    .getEnumConstants()[random.nextInt(choice.options().getEnumConstants().length)];
        } else if (type instanceof DayType) {
            return FIRST.plusDays(random.nextInt(20_000));
        } else if (type instanceof YearlyDay) {
            return MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28));
        } else if (type instanceof ScenarioType) {
            return Scenarios.names().get(random.nextInt(Scenarios.names().size()));
        } else if (type instanceof CountryType) {
            return random.nextBoolean() ? "US" : "DE-BY";
        } else if (type instanceof TextType text) {
            return text(text.longest());
        } else if (type instanceof SharesType shares) {
            return shares(shares.name().longest());
        } else if (type instanceof ListType<?> list) {
            return IntStream.range(0, list.length())
                    .mapToObj(i -> sample(list.element()))
                    .toList();
        } else if (type instanceof CurveType<?> curve) {
            TreeMap<Object, Object> points = new TreeMap<>();
            IntStream.range(0, random.nextInt(5)).forEach(i -> points.put(sample(curve.from()), sample(curve.to())));
            return points;
        } else if (type instanceof RowsType<?>) {
            return List.of(); // rows() fills the lists: their keys depend on each other
        }
        throw new AssertionError("no samples of " + type);
    }

    private String text(int longest) {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder("x");
        IntStream.range(1, 1 + random.nextInt(longest))
                .forEach(i -> text.appendCodePoint(letters[random.nextInt(letters.length)]));
        return text.reverse().toString();
    }

    private Set<String> names(int longest) {
        Set<String> names = new LinkedHashSet<>();
        IntStream.rangeClosed(0, random.nextInt(6)).forEach(i -> names.add(text(longest)));
        return names;
    }

    private List<Share> shares(int longest) {
        Set<String> names = names(longest);
        if (random.nextBoolean()) {
            return names.stream()
                    .map(name -> new Share(name, 1.0 / names.size()))
                    .toList();
        }
        List<Share> raw = names.stream()
                .map(name -> new Share(name, 0.001 + random.nextDouble()))
                .toList();
        double sum = raw.stream().mapToDouble(Share::share).sum();
        return raw.stream()
                .map(share -> new Share(share.name(), share.share() / sum))
                .toList();
    }

    private void avoidContradictions(Values values) {
        LocalDate start = FIRST.plusDays(random.nextInt(20_000));
        values.put(CalendarKeys.START, start);
        values.put(CalendarKeys.END, start.plusDays(random.nextInt(2_000)));
        values.put(CalendarKeys.HORIZON, start.plusDays(100 + random.nextInt(2_000)));
        values.put(TimeSeriesKeys.NOISE_STORE_SHARE, values.get(TimeSeriesKeys.NOISE_STORE_SHARE) / 3);
        values.put(TimeSeriesKeys.NOISE_CATEGORY_SHARE, values.get(TimeSeriesKeys.NOISE_CATEGORY_SHARE) / 3);
        values.put(TimeSeriesKeys.NOISE_PRODUCT_SHARE, values.get(TimeSeriesKeys.NOISE_PRODUCT_SHARE) / 3);
        values.put(RetailKeys.LIFT_FROM_SIBLINGS, values.get(RetailKeys.LIFT_FROM_SIBLINGS) / 2);
        values.put(RetailKeys.LIFT_FROM_OTHER_WEEKS, values.get(RetailKeys.LIFT_FROM_OTHER_WEEKS) / 2);
        // A tenth of all products fits into one campaign of one of seven themes
        values.put(RetailKeys.PROMOTION_PROBABILITY, values.get(RetailKeys.PROMOTION_PROBABILITY) / 10);
        values.put(SparsityKeys.GAP_MIN, 1 + random.nextInt(9));
        values.put(SparsityKeys.GAP_MAX, 9);
        values.put(StockKeys.MIN_COVER, 1 + random.nextInt(14));
        values.put(StockKeys.MAX_COVER, 14 + random.nextInt(22));
        values.put(SparsityKeys.RANDOM_GAPS, random.nextInt(11));
        if (values.get(TimeSeriesKeys.TREND) == TimeSeriesConfig.Trend.STEP) {
            values.put(TimeSeriesKeys.TREND_STEPS, List.of(new TimeSeriesKeys.Step(start, random.nextDouble())));
        }
        putRows(values, start);
    }

    private void putRows(Values values, LocalDate start) {
        values.put(
                HolidayKeys.HOLIDAYS,
                some(
                        () -> new HolidayRule(start, null, null, 0, text(100), random.nextDouble()),
                        () -> new HolidayRule(null, MonthDay.of(2, 29), null, 0, text(100), 0),
                        () -> new HolidayRule(null, null, text(100), random.nextInt(20) - 10, text(100), 20)));
        List<String> store = List.of("S00001");
        List<String> sku = List.of("SKU-000001");
        values.put(
                EventKeys.DATA_GAPS,
                some(
                        () -> new DataGap(start, start.plusDays(3), store, sku),
                        () -> new DataGap(start, start, List.of(), List.of())));
        List<String> region = List.of(values.get(DimensionKeys.REGIONS).get(0).name());
        List<String> type = List.of(values.get(DimensionKeys.STORE_TYPES).get(0).name());
        List<String> category =
                List.of(values.get(DimensionKeys.CATEGORIES).get(0).name());
        values.put(
                PromotionKeys.BY_CATEGORY,
                some(() ->
                        new OfCategory(category.get(0), random.nextBoolean() ? 0.05 : null, random.nextDouble() / 2)));
        values.put(
                CalendarEffectKeys.CALENDAR_EFFECTS,
                some(
                        () -> new CalendarEffect(
                                "a", MonthDay.of(12, 25), null, List.of(), curve(-4, 1.2, 0, 0), region, category),
                        () -> new CalendarEffect(
                                "b", null, text(100), List.of(), curve(-1, 0.7, 3, 20), List.of(), category),
                        () -> new CalendarEffect(
                                "c", null, null, List.of(1, 31), curve(0, 1.1, 1, 1), List.of(), List.of())));
        values.put(
                StockKeys.SUPPLY,
                some(
                        () -> new Supply(category, List.of(1, 4), 3, 35),
                        () -> new Supply(List.of(), List.of(), null, null)));
        List<String> brand = List.of(values.get(DimensionKeys.BRANDS).get(0).name());
        List<String> all = List.of();
        values.put(
                EventKeys.SHOCKS,
                some(
                        () -> new Shock(
                                "a", EventDates.of(start, start), 1, 2, 0.3, region, store, type, category, brand, sku),
                        () -> new Shock(
                                "c",
                                new EventDates(null, null, MonthDay.of(6, 15), MonthDay.of(8, 31), null, null, null),
                                3,
                                4,
                                0.5,
                                all,
                                all,
                                all,
                                category,
                                all,
                                all),
                        () -> new Shock(
                                "f",
                                new EventDates(start, null, null, null, null, 30, null),
                                3,
                                4,
                                0.5,
                                all,
                                all,
                                all,
                                all,
                                all,
                                all),
                        () -> new Shock(
                                "d",
                                new EventDates(null, null, null, null, 0.25, 30, null),
                                0,
                                9,
                                0,
                                all,
                                store,
                                all,
                                all,
                                all,
                                all),
                        () -> new Shock(
                                "e",
                                new EventDates(null, null, null, null, 0.0, null, 0.5),
                                0,
                                9,
                                0,
                                all,
                                store,
                                all,
                                all,
                                all,
                                all),
                        () -> new Shock("b", EventDates.of(start, null), 0, 0, 20, all, all, all, all, all, all)));
    }

    private static SortedMap<Integer, Double> curve(int day, double factor, int other, double otherFactor) {
        return new TreeMap<>(Map.of(day, factor, other, otherFactor));
    }

    @SafeVarargs
    private <T> List<T> some(Supplier<T>... rows) {
        return Stream.of(rows)
                .filter(row -> random.nextBoolean())
                .map(Supplier::get)
                .toList();
    }
}
