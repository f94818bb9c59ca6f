package io.theforge.documents.shop;

import io.theforge.config.model.EventDates;
import io.theforge.config.model.HolidayRule;
import io.theforge.config.model.Shock;
import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Measures;
import io.theforge.documents.fact.Subject;
import io.theforge.documents.fact.Value;
import io.theforge.plan.CalendarDay;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.series.TruthBlock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holidays, demand events and single days that went another way, each with its cause. */
public final class Events {
    /** By how much a day is off, so that somebody notices. */
    private static final double LEAST_UNITS = 3;

    private static final double LEAST_SHARE = 0.35;

    private final Shop shop;
    private final Months months;

    Events(Shop shop) {
        this.shop = shop;
        months = shop.months();
    }

    /** A holiday on a day. @param effect of demand, 1 where it has none */
    public record Holiday(String name, int day, double effect) {}

    /** An event of demand within the dataset. @param lastDay {@link EventDates#LASTING} where it does not end */
    public record Event(Shock shock, int firstDay, int lastDay) {}

    /**
     * A day on which a product in a store sold far more or less than expected, by chance alone.
     *
     * @param factor what it multiplied demand by
     * @param expected units expected on the day
     * @param before units sold on the day before; -1 where there is no record
     * @param after units sold on the day after; -1 where there is no record
     */
    public record Anomaly(
            Store store, Product product, int day, int units, double expected, double factor, int before, int after) {}

    /** Returns the holidays in the dataset, by time. */
    public List<Holiday> holidays() {
        double[] effects = shop.plan().holidayMultipliers();
        List<Holiday> holidays = new ArrayList<>();
        List<CalendarDay> days = shop.plan().calendar();
        for (int d = 0; d < days.size(); d++) {
            String name = days.get(d).holidayName();
            if (name != null) {
                holidays.add(new Holiday(name, d, effects[d]));
            }
        }
        return holidays;
    }

    /** Returns the day of a holiday; null where its name falls on several days of the year. */
    public @Nullable Fact date(Holiday holiday) {
        int year = months.date(holiday.day()).getYear();
        long same = holidays().stream()
                .filter(other -> other.name().equals(holiday.name())
                        && months.date(other.day()).getYear() == year)
                .count();
        return same > 1
                ? null
                : new Fact(
                        Measures.HOLIDAY_DATE,
                        subject(holiday),
                        Integer.toString(year),
                        Value.of(months.date(holiday.day())),
                        Sql.holiday(holiday.name(), year));
    }

    /** Returns by how many per cent a configured holiday changes demand; null for the others. */
    public @Nullable Fact effect(Holiday holiday) {
        boolean configured =
                shop.plan().config().holidays().stream().map(HolidayRule::name).anyMatch(holiday.name()::equals);
        return configured
                ? new Fact(
                        Measures.DEMAND_EFFECT,
                        subject(holiday),
                        months.date(holiday.day()).toString(),
                        percent(holiday.effect()),
                        null)
                : null;
    }

    private Subject subject(Holiday holiday) {
        int year = months.date(holiday.day()).getYear();
        return new Subject(Subject.Kind.HOLIDAY, holiday.name() + "/" + year, holiday.name() + " " + year);
    }

    /** Returns the configured events that touch the dataset. */
    public List<Event> all() {
        List<Event> events = new ArrayList<>();
        for (Shock shock : shop.plan().config().shocks()) {
            shock.dates()
                    .within(
                            shop.plan().config().dateRange(),
                            shock.rampDownDays(),
                            shop.plan().days())
                    .forEach(span -> events.add(new Event(shock, span.first(), span.last())));
        }
        return events;
    }

    public Fact start(Event event) {
        return fact(event, Measures.EVENT_START, Value.of(months.date(event.firstDay())));
    }

    /** Returns the last day; null where there is none. */
    public @Nullable Fact end(Event event) {
        return event.lastDay() == EventDates.LASTING
                ? null
                : fact(event, Measures.EVENT_END, Value.of(months.date(event.lastDay())));
    }

    public Fact effect(Event event) {
        return fact(event, Measures.DEMAND_EFFECT, percent(event.shock().factor()));
    }

    public Fact cause(Event event) {
        return fact(event, Measures.CAUSE, Value.of(event.shock().name()));
    }

    private Fact fact(Event event, Measure measure, Value value) {
        String key = event.shock().name() + "/" + months.date(event.firstDay());
        Subject subject = new Subject(Subject.Kind.INCIDENT, key, event.shock().name());
        return new Fact(measure, subject, "", value, null);
    }

    /** Returns an anomaly of each of a number of pairs, or fewer where pairs have none. */
    public List<Anomaly> anomalies(List<Integer> pairs) {
        if (shop.plan().config().timeSeries().anomalyProbability() == 0) {
            return List.of();
        }
        SeriesGenerator generator = SeriesGenerator.withTruth(shop.plan(), null);
        SeriesBlock block = new SeriesBlock(shop.plan().days(), true);
        List<Anomaly> anomalies = new ArrayList<>();
        for (int pair : pairs) {
            Store store = shop.stores().get(shop.plan().storeOf(pair));
            Product product = shop.products().get(shop.plan().productOf(pair));
            generator.generate(store.index(), product.index(), block);
            Anomaly found = greatest(store, product, Objects.requireNonNull(block.truth));
            if (found != null) {
                anomalies.add(found);
            }
        }
        return anomalies;
    }

    private static @Nullable Anomaly greatest(Store store, Product product, TruthBlock truth) {
        Anomaly greatest = null;
        double most = LEAST_UNITS;
        for (int d = truth.firstDay; d < truth.endDay; d++) {
            double off = Math.abs(truth.sold[d] - truth.means[d]);
            if (truth.anomaly[d] != 1
                    && truth.missing[d] == null
                    && truth.sold[d] < truth.available[d]
                    && off > most
                    && off > LEAST_SHARE * truth.means[d]) {
                most = off;
                greatest = new Anomaly(
                        store,
                        product,
                        d,
                        truth.sold[d],
                        truth.means[d],
                        truth.anomaly[d],
                        sold(truth, d - 1),
                        sold(truth, d + 1));
            }
        }
        return greatest;
    }

    private static int sold(TruthBlock truth, int day) {
        return day >= truth.firstDay && day < truth.endDay && truth.missing[day] == null ? truth.sold[day] : -1;
    }

    public Fact units(Anomaly anomaly) {
        return units(anomaly, anomaly.day(), anomaly.units());
    }

    /** Returns the units of a day beside it; null where there is no record. @param step -1 or 1 */
    public @Nullable Fact near(Anomaly anomaly, int step) {
        int units = step < 0 ? anomaly.before() : anomaly.after();
        return units < 0 ? null : units(anomaly, anomaly.day() + step, units);
    }

    private Fact units(Anomaly anomaly, int day, int units) {
        String sql = Sql.dayUnits(anomaly.store().code(), anomaly.product().sku(), months.date(day));
        return new Fact(
                Measures.DAY_UNITS,
                Shop.subject(anomaly.store(), anomaly.product()),
                months.date(day).toString(),
                Value.of(units),
                sql);
    }

    public Fact expected(Anomaly anomaly) {
        BigDecimal rounded = BigDecimal.valueOf(anomaly.expected()).setScale(0, RoundingMode.HALF_UP);
        return fact(anomaly, Measures.EXPECTED_UNITS, new Value.Number(rounded), null);
    }

    public Fact cause(Anomaly anomaly) {
        return fact(anomaly, Measures.CAUSE, Value.of(anomaly.factor() > 1 ? "one-off spike" : "one-off dip"), null);
    }

    private Fact fact(Anomaly anomaly, Measure measure, Value value, @Nullable String sql) {
        String day = months.date(anomaly.day()).toString();
        return new Fact(measure, Shop.subject(anomaly.store(), anomaly.product()), day, value, sql);
    }

    private static Value percent(double factor) {
        BigDecimal percent = BigDecimal.valueOf(factor)
                .subtract(BigDecimal.ONE)
                .movePointRight(2)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return new Value.Number(percent.scale() < 0 ? percent.setScale(0) : percent);
    }
}
