package io.theforge.config;

import io.theforge.config.model.DataGap;
import io.theforge.config.model.EventDates;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Shock;
import io.theforge.config.yaml.NumberText;
import io.theforge.config.yaml.YamlLocation;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** The keys {@code data_gaps} and {@code shocks}, and the keys of their rows. */
final class EventKeys {

    /** Longer than any name or code in the dimensions, so that what is there can be said of one that is not. */
    private static final ListType<String> FILTER = ListType.distinct(new TextType(100), "names or codes");

    private static final Key<DataGap, LocalDate> GAP_START =
            Key.required("start", new DayType(), DataGap::start, "first missing day");
    private static final Key<DataGap, LocalDate> GAP_END =
            Key.required("end", new DayType(), DataGap::end, "last missing day");
    private static final Key<DataGap, List<String>> GAP_STORES = filter("stores", DataGap::stores);
    private static final Key<DataGap, List<String>> GAP_PRODUCTS = filter("products", DataGap::products);
    static final Key<ForgeConfig, List<DataGap>> DATA_GAPS = Key.of(
            "data_gaps",
            new RowsType<>(
                    List.of(GAP_START, GAP_END, GAP_STORES, GAP_PRODUCTS),
                    EventKeys::gap,
                    gap -> null,
                    "gaps such as {start: \"2024-03-01\", end: \"2024-03-04\"}"),
            List.of(),
            ForgeConfig::dataGaps,
            "dates missing for everyone, or for some stores and products");

    private static final Key<Shock, String> NAME =
            Key.required("name", new TextType(100), Shock::name, "what it is called");
    private static final Key<Shock, LocalDate> START =
            Key.optional("start", new DayType(), shock -> shock.dates().start(), "first day");
    private static final Key<Shock, LocalDate> END =
            Key.optional("end", new DayType(), shock -> shock.dates().end(), "last day; without one it lasts");
    private static final Key<Shock, MonthDay> EVERY = Key.optional(
            "every", new YearlyDay(), shock -> shock.dates().every(), "first day in every year, in place of start");
    private static final Key<Shock, MonthDay> UNTIL = Key.optional(
            "until", new YearlyDay(), shock -> shock.dates().until(), "last day of that, in the same year or the next");
    private static final Key<Shock, Double> AT = Key.optional(
            "at",
            NumberType.PROBABILITY,
            shock -> shock.dates().at(),
            "first day as a share of the time from date_range.start to horizon, in place of start");
    private static final Key<Shock, Integer> DAYS = Key.optional(
            "days",
            new WholeNumber(1, 10_950),
            shock -> shock.dates().days(),
            "length of what begins by start or at; without it or an end, it lasts");
    private static final Key<Shock, Double> UNTIL_AT = Key.optional(
            "until_at",
            NumberType.PROBABILITY,
            shock -> shock.dates().untilAt(),
            "where that ends as a share of the same time, in place of days; ramp_down_days come after it");
    private static final Key<Shock, Integer> UP =
            Key.of("ramp_up_days", new WholeNumber(0, 3650), 0, Shock::rampUpDays, "days until the factor is reached");
    private static final Key<Shock, Integer> DOWN = Key.of(
            "ramp_down_days",
            new WholeNumber(0, 3650),
            0,
            Shock::rampDownDays,
            "days that lead back, the last of the event");
    private static final Key<Shock, Double> FACTOR =
            Key.required("factor", NumberType.MULTIPLIER, Shock::factor, "of demand");
    private static final Key<Shock, List<String>> REGIONS = filter("regions", Shock::regions);
    private static final Key<Shock, List<String>> STORES = filter("stores", Shock::stores);
    private static final Key<Shock, List<String>> STORE_TYPES = filter("store_types", Shock::storeTypes);
    private static final Key<Shock, List<String>> CATEGORIES = filter("categories", Shock::categories);
    private static final Key<Shock, List<String>> BRANDS = filter("brands", Shock::brands);
    private static final Key<Shock, List<String>> PRODUCTS = filter("products", Shock::products);
    static final Key<ForgeConfig, List<Shock>> SHOCKS = Key.of(
            "shocks",
            new RowsType<>(
                    List.of(
                            NAME,
                            START,
                            END,
                            EVERY,
                            UNTIL,
                            AT,
                            DAYS,
                            UNTIL_AT,
                            UP,
                            DOWN,
                            FACTOR,
                            REGIONS,
                            STORES,
                            STORE_TYPES,
                            CATEGORIES,
                            BRANDS,
                            PRODUCTS),
                    EventKeys::shock,
                    Shock::name,
                    "shocks such as {name: \"Flood\", start: \"2024-05-01\", factor: 0.4, regions: [\"North\"]}"),
            List.of(),
            ForgeConfig::shocks,
            "named demand events");

    private EventKeys() {}

    static <R> Key<R, List<String>> filter(String name, Function<R, List<String>> of) {
        return new Key<>(
                name,
                FILTER,
                List.of(),
                false,
                row -> of.apply(row).isEmpty() ? null : of.apply(row),
                "only these " + name.replace('_', ' '));
    }

    private static DataGap gap(Values values, Node node, YamlLocation location) {
        DataGap gap = new DataGap(
                values.get(GAP_START), values.get(GAP_END), values.get(GAP_STORES), values.get(GAP_PRODUCTS));
        requireOrder(gap.start(), gap.end(), node, location);
        return gap;
    }

    private static Shock shock(Values values, Node node, YamlLocation location) {
        long rules = Stream.of(START, EVERY, AT).filter(values::has).count();
        if (rules != 1) {
            throw location.wrong(
                    node,
                    location.path() + " has " + rules + " of the keys start, every and at",
                    "give exactly one of them: start (one date), every (\"06-15\") or at (a share of the date range)");
        }
        requireTogether(END, START, values, node, location);
        requireTogether(UNTIL, EVERY, values, node, location);
        if (values.has(DAYS)) {
            requireLengthAlone(values, node, location);
        }
        requireTogether(UNTIL_AT, AT, values, node, location);
        if (values.has(UNTIL_AT)) {
            requireEndByShare(values, node, location);
        }
        LocalDate start = values.find(START);
        LocalDate end = values.find(END);
        if (start != null && end != null) {
            requireOrder(start, end, node, location);
        }
        boolean lasts = end == null && Stream.of(EVERY, DAYS, UNTIL_AT).noneMatch(values::has);
        if (lasts && values.get(DOWN) > 0) {
            throw location.wrong(
                    node,
                    location.path() + " has ramp_down_days and does not end",
                    "add days or " + (start == null ? "until_at" : "end") + ", or remove ramp_down_days");
        }
        return new Shock(
                values.get(NAME),
                new EventDates(
                        start,
                        end,
                        values.find(EVERY),
                        values.find(UNTIL),
                        values.find(AT),
                        values.find(DAYS),
                        values.find(UNTIL_AT)),
                values.get(UP),
                values.get(DOWN),
                values.get(FACTOR),
                values.get(REGIONS),
                values.get(STORES),
                values.get(STORE_TYPES),
                values.get(CATEGORIES),
                values.get(BRANDS),
                values.get(PRODUCTS));
    }

    private static void requireTogether(
            Key<Shock, ?> key, Key<Shock, ?> other, Values values, Node node, YamlLocation location) {
        if (values.has(key) && !values.has(other)) {
            throw location.wrong(
                    node,
                    location.path() + " has " + key.path() + " without " + other.path(),
                    "remove " + key.path() + ", or give " + other.path() + " in place of what says when");
        }
    }

    /** What comes back every year has {@code until}, and what has an end needs no length. */
    private static void requireLengthAlone(Values values, Node node, YamlLocation location) {
        if (values.has(EVERY)) {
            throw location.wrong(
                    node,
                    location.path() + " has days beside every",
                    "remove days, and give until (\"08-31\") for the last day of each year");
        }
        if (values.has(END)) {
            throw location.wrong(
                    node, location.path() + " has both end and days", "keep one of them: each says when it ends");
        }
    }

    private static void requireEndByShare(Values values, Node node, YamlLocation location) {
        if (values.has(DAYS)) {
            throw location.wrong(
                    node, location.path() + " has both days and until_at", "keep one of them: each says when it ends");
        }
        if (values.get(UNTIL_AT) <= values.get(AT)) {
            throw location.wrong(
                    node,
                    location.path() + " has until_at " + NumberText.show(values.get(UNTIL_AT)) + ", not after at "
                            + NumberText.show(values.get(AT)),
                    "give an until_at above at");
        }
    }

    private static void requireOrder(LocalDate start, LocalDate end, Node node, YamlLocation location) {
        if (end.isBefore(start)) {
            throw location.wrong(
                    node,
                    location.path() + " ends on " + end + ", before its start " + start,
                    "give an end on or after the start");
        }
    }
}
