package io.theforge.config;

import io.theforge.config.model.CalendarEffect;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Share;
import io.theforge.config.yaml.YamlLocation;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** The key {@code calendar_effects} and the keys of its rows. */
final class CalendarEffectKeys {
    private static final Key<CalendarEffect, String> NAME =
            Key.required("name", new TextType(100), CalendarEffect::name, "what it is called");
    private static final Key<CalendarEffect, MonthDay> EVERY =
            Key.optional("every", new YearlyDay(), CalendarEffect::every, "the same day of every year");
    private static final Key<CalendarEffect, String> PUBLIC = Key.optional(
            "public", new TextType(100), CalendarEffect::publicHoliday, "a public holiday of the calendar's country");
    private static final Key<CalendarEffect, List<Integer>> DAYS_OF_MONTH = new Key<>(
            "days_of_month",
            ListType.distinct(new WholeNumber(1, 31), "days of the month, 1 to 31"),
            List.of(),
            false,
            effect -> effect.daysOfMonth().isEmpty() ? null : effect.daysOfMonth(),
            "days of every month, such as pay days");
    private static final Key<CalendarEffect, SortedMap<Integer, Double>> FACTORS = Key.required(
            "factors",
            new CurveType<>(
                    new WholeNumber(-14, 14),
                    NumberType.MULTIPLIER,
                    "days after that day (-14 to 14, negative: before) to multiplier (0 to 20, 0: closed)"),
            CalendarEffect::factors,
            "of demand, by days after that day; 0 where shops are closed and record no sales");
    private static final Key<CalendarEffect, List<String>> REGIONS =
            EventKeys.filter("regions", CalendarEffect::regions);
    private static final Key<CalendarEffect, List<String>> CATEGORIES =
            EventKeys.filter("categories", CalendarEffect::categories);

    static final Key<ForgeConfig, List<CalendarEffect>> CALENDAR_EFFECTS = Key.of(
            "calendar_effects",
            new RowsType<>(
                    List.of(NAME, EVERY, PUBLIC, DAYS_OF_MONTH, FACTORS, REGIONS, CATEGORIES),
                    CalendarEffectKeys::effect,
                    CalendarEffect::name,
                    "effects such as {name: \"Christmas\", every: \"12-25\", factors: {-1: 1.4, 0: 0}}"),
            List.of(),
            config -> config.movement().calendarEffects(),
            "what days around holidays, and pay days, do to demand, by region and category");

    private CalendarEffectKeys() {}

    /**
     * Returns a scenario's effects in a shop that may have regions and categories of its own: of those that an effect names, the ones that
     * there are, without the effects that reach none.
     */
    static List<CalendarEffect> reaching(Values shop) {
        Set<String> regions = names(shop.get(DimensionKeys.REGIONS));
        Set<String> categories = names(shop.get(DimensionKeys.CATEGORIES));
        List<CalendarEffect> reaching = new ArrayList<>();
        for (CalendarEffect effect : shop.get(CALENDAR_EFFECTS)) {
            List<String> inRegions =
                    effect.regions().stream().filter(regions::contains).toList();
            List<String> ofCategories =
                    effect.categories().stream().filter(categories::contains).toList();
            boolean reachesNone = inRegions.isEmpty() && !effect.regions().isEmpty()
                    || ofCategories.isEmpty() && !effect.categories().isEmpty();
            if (!reachesNone) {
                reaching.add(new CalendarEffect(
                        effect.name(),
                        effect.every(),
                        effect.publicHoliday(),
                        effect.daysOfMonth(),
                        effect.factors(),
                        inRegions,
                        ofCategories));
            }
        }
        return reaching;
    }

    private static Set<String> names(List<Share> shares) {
        return shares.stream().map(Share::name).collect(Collectors.toSet());
    }

    private static CalendarEffect effect(Values values, Node node, YamlLocation location) {
        long rules = Stream.of(EVERY, PUBLIC, DAYS_OF_MONTH).filter(values::has).count();
        if (rules != 1) {
            throw location.wrong(
                    node,
                    location.path() + " has " + rules + " of the keys every, public and days_of_month",
                    "give exactly one of them: every (\"12-25\"), public (a holiday's name) or days_of_month ([1, 15])");
        }
        if (values.get(FACTORS).isEmpty()) {
            throw location.wrong(
                    node, location.path() + " has no factors", "give one at least, such as factors: {0: 1.2}");
        }
        return new CalendarEffect(
                values.get(NAME),
                values.find(EVERY),
                values.find(PUBLIC),
                values.get(DAYS_OF_MONTH),
                values.get(FACTORS),
                values.get(REGIONS),
                values.get(CATEGORIES));
    }
}
