package io.theforge.database.verify;

import io.theforge.database.Check;
import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What makes a dataset the scenario that it was made from is found in its rows. Bounds leave room for noise, stockouts and price
 * changes on the smallest shop that is judged ({@link #tooSmall}); one that misses them is not that scenario.
 */
final class ScenarioChecks {
    private static final String RATIO = "SELECT CAST(avg(CASE WHEN %s THEN quantity END)"
            + " / nullif(avg(CASE WHEN %s THEN quantity END), 0) AS double precision) FROM {sales_daily} s"
            + " JOIN store st ON st.id = s.store_id JOIN product p ON p.id = s.product_id";

    /** To New Year's Day: the days to which retail_standard gives multipliers of their own. */
    private static final String CHRISTMAS = "(extract(month FROM date) = 12 AND extract(day FROM date) IN (24, 25)"
            + " OR extract(month FROM date) = 1 AND extract(day FROM date) = 1)";

    private static final int ENOUGH_DAYS = 28;

    private final Queries queries;
    private final Plan plan;
    private final String scenario;

    private ScenarioChecks(Queries queries, Plan plan, String scenario) {
        this.queries = queries;
        this.plan = plan;
        this.scenario = scenario;
    }

    /** One check where the dataset has a scenario, none where it has not. */
    static List<Check> of(Queries queries, Plan plan) throws SQLException {
        String scenario = plan.config().scenario();
        return scenario == null ? List.of() : List.of(new ScenarioChecks(queries, plan, scenario).check());
    }

    private Check check() throws SQLException {
        String whyNone = Promises.whyNone(plan.config());
        if (whyNone != null) {
            return nothing("nothing is promised, because " + whyNone);
        }
        String tooSmall = tooSmall();
        if (tooSmall != null) {
            return nothing(tooSmall);
        }
        return switch (scenario) {
            case "retail_standard" ->
                within(
                        1.55,
                        1.95,
                        "Saturdays sell so many times what Tuesdays sell, holidays apart",
                        RATIO.formatted(day(6) + " AND NOT " + CHRISTMAS, day(2) + " AND NOT " + CHRISTMAS));
            case "holiday_rush" -> holidayRush();
            case "high_variance" ->
                within(
                        0.15,
                        0.9,
                        "squared coefficient of variation of a series on one weekday",
                        "SELECT avg(v) FROM (SELECT var_samp(quantity) / (avg(quantity) * avg(quantity)) AS v"
                                + " FROM {sales_daily} s GROUP BY store_id, product_id, extract(isodow FROM date)"
                                + " HAVING count(*) >= 4 AND avg(quantity) >= 10) by_weekday");
            case "stockout_heavy" ->
                within(
                        0.22,
                        0.28,
                        "share of days that end with nothing on hand",
                        "SELECT avg(CASE WHEN is_stockout THEN 1.0 ELSE 0.0 END) FROM {inventory_snapshot_daily} i");
            case "new_launches" ->
                within(
                        0.25,
                        0.55,
                        "share of products that come after the first day",
                        "SELECT avg(CASE WHEN first_day > :first_day THEN 1.0 ELSE 0.0 END)"
                                + " FROM (SELECT min(date) AS first_day FROM {inventory_snapshot_daily} i"
                                + " GROUP BY product_id) launches");
            case "sparse" ->
                within(
                        1 - Math.floor(plan.pairs() / 2.0) / plan.pairs() - 0.001,
                        1 - Math.floor(plan.pairs() / 2.0) / plan.pairs() + 0.001,
                        "share of store-product combinations with sales",
                        "SELECT count(*) * 1.0 / " + plan.pairs()
                                + " FROM (SELECT 1 FROM {sales_daily} s GROUP BY store_id, product_id) pairs");
            case "summer_slowdown" -> summerSlowdown();
            case "new_store_opening" -> openings();
            case "competitor_entry" -> competitorEntry();
            case "m5_like" ->
                within(
                        0.4,
                        0.8,
                        "share of days without a sale",
                        "SELECT avg(CASE WHEN quantity = 0 THEN 1.0 ELSE 0.0 END) FROM {sales_daily} s");
            case "grocery_promo" ->
                within(
                        2.2,
                        9,
                        "at prices far below the base price (by 28 per cent and more) a series sells so many times what it does else",
                        "SELECT CAST(avg(CASE WHEN cheap THEN quantity / usual END) AS double precision)"
                                + " FROM (SELECT s.quantity, s.unit_price <= 0.72 * p.base_price AS cheap,"
                                + " avg(CASE WHEN s.unit_price >= 0.8 * p.base_price THEN s.quantity END)"
                                + " OVER (PARTITION BY s.store_id, s.product_id) AS usual"
                                + " FROM {sales_daily} s JOIN product p ON p.id = s.product_id) t WHERE usual > 0");
            default -> nothing("nothing is promised");
        };
    }

    /** Why chance may hide what makes the scenario; null where it may not. Missing pairs and openings are exact at any size. */
    private @Nullable String tooSmall() {
        long products = plan.products().size();
        if (scenario.equals("sparse") || scenario.equals("new_store_opening")) {
            return null;
        }
        if (plan.days() < ENOUGH_DAYS) {
            return fewerThan(ENOUGH_DAYS, plan.days(), "days");
        }
        return switch (scenario) {
            case "new_launches" -> fewerThan(10, products, "products");
            case "m5_like", "grocery_promo" -> fewerThan(90, plan.pairs(), "series");
            default -> fewerThan(9, plan.pairs(), "series");
        };
    }

    private static @Nullable String fewerThan(int enough, long there, String what) {
        return there >= enough ? null : Math.max(0, there) + " " + what + " are too few to tell, it takes " + enough;
    }

    private static String day(int isoWeekday) {
        return "extract(isodow FROM date) = " + isoWeekday;
    }

    private Check holidayRush() throws SQLException {
        List<LocalDate> fridays = new ArrayList<>();
        List<LocalDate> before = new ArrayList<>();
        for (CalendarDay day : plan.calendar()) {
            if ("Black Friday".equals(day.holidayName())) {
                fridays.add(day.date());
                for (int weeks = 1; weeks <= 3; weeks++) {
                    before.add(day.date().minusWeeks(weeks));
                }
            }
        }
        if (before.stream().allMatch(plan.calendar().get(0).date()::isAfter)) {
            return nothing("its days lie outside the date range");
        }
        return within(
                1.9,
                3.6,
                "Black Friday sells so many times what the three Fridays before sell",
                RATIO.formatted(isOneOf(fridays), isOneOf(before)));
    }

    private static String isOneOf(List<LocalDate> dates) {
        return dates.stream().map(ScenarioChecks::date).collect(Collectors.joining(", ", "date IN (", ")"));
    }

    private Check summerSlowdown() throws SQLException {
        String summer = "extract(month FROM date) IN (7, 8) AND extract(day FROM date) <= 16";
        String spring = "extract(month FROM date) IN (4, 5)";
        String hit = "p.category IN ('Bakery', 'Dairy')";
        return within(
                0.5,
                0.7,
                "the slow categories sell so much of what the others do in July and August, compared with April and May",
                doubleRatio(hit, summer, spring));
    }

    private Check competitorEntry() throws SQLException {
        int entryDay = plan.config().dateRange().blockDays() / 2;
        String tooShort = fewerThan(14, plan.days() - entryDay - 21, "days after the entry and its ramp");
        if (tooShort != null) {
            return nothing(tooShort);
        }
        LocalDate entry = plan.calendar().get(0).date().plusDays(entryDay);
        return within(
                0.57,
                0.73,
                "the North sells so much of what the other regions do, compared with before",
                doubleRatio("st.region = 'North'", "date >= " + date(entry.plusDays(21)), "date < " + date(entry)));
    }

    /** What is hit in the later time over what it sold before, against the same of everything else. */
    private static String doubleRatio(String hit, String later, String before) {
        String mean = "avg(CASE WHEN %s AND %s THEN quantity END)";
        return "SELECT CAST(" + mean.formatted(hit, later) + " / nullif(" + mean.formatted(hit, before) + ", 0) / ("
                + mean.formatted("NOT (" + hit + ")", later) + " / nullif("
                + mean.formatted("NOT (" + hit + ")", before)
                + ", 0)) AS double precision) FROM {sales_daily} s JOIN store st ON st.id = s.store_id"
                + " JOIN product p ON p.id = s.product_id";
    }

    private Check openings() throws SQLException {
        int quarter = Math.max(1, plan.config().dateRange().blockDays() / 4);
        return within(
                quarter,
                quarter,
                "days between the first days of S00002 and of the shops that were open",
                "SELECT min(CASE WHEN st.code = 'S00002' THEN date END) - min(date)"
                        + " FROM {inventory_snapshot_daily} i JOIN store st ON st.id = i.store_id");
    }

    private static String date(LocalDate date) {
        return "DATE '" + date + "'";
    }

    private Check within(double low, double high, String meaning, String sql) throws SQLException {
        double[] found = {Double.NaN};
        queries.forEach(sql, row -> {
            double value = row.getDouble(1);
            found[0] = row.wasNull() ? Double.NaN : value;
        });
        if (Double.isNaN(found[0])) {
            return nothing("there are no rows in which it would show");
        }
        boolean right = found[0] >= low && found[0] <= high;
        return new Check(
                name(),
                right ? Check.Status.PASSED : Check.Status.FAILED,
                String.format(Locale.ROOT, "%.3f, %s to %s", found[0], text(low), text(high)),
                meaning,
                List.of());
    }

    private static String text(double bound) {
        return String.format(Locale.ROOT, "%.2f", bound);
    }

    private String name() {
        return "scenario." + scenario;
    }

    private Check nothing(String why) {
        return new Check(name(), Check.Status.PASSED, "not looked at", why, List.of());
    }
}
