package io.theforge.database.verify;

import io.theforge.database.report.Check;
import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a dataset the scenario that it was made from is found in its rows. Bounds leave room for noise, stockouts and price
 * changes on the smallest shop that is judged ({@link #tooSmall}); one that misses them is not that scenario.
 */
final class ScenarioChecks {
    private static final int ENOUGH_DAYS = 28;
    private static final int ENOUGH_PROMOTIONS = 3;

    private final ScenarioJudge judge;
    private final Plan plan;
    private final String scenario;

    private ScenarioChecks(Queries queries, Plan plan, String scenario) {
        judge = new ScenarioJudge(queries, scenario);
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
            return judge.nothing("nothing is promised, because " + whyNone);
        }
        String tooSmall = tooSmall();
        if (tooSmall != null) {
            return judge.nothing(tooSmall);
        }
        return switch (scenario) {
            case "retail_standard" ->
                judge.within(
                        1.55,
                        1.95,
                        "Saturdays sell so many times what Tuesdays sell, holidays apart",
                        ScenarioSql.saturdaysToTuesdays());
            case "holiday_rush" -> holidayRush();
            case "high_variance" ->
                judge.within(
                        0.15,
                        0.9,
                        "squared coefficient of variation of a series on one weekday",
                        ScenarioSql.VARIATION_ON_WEEKDAYS);
            case "stockout_heavy" ->
                judge.within(0.22, 0.28, "share of days that end with nothing on hand", ScenarioSql.OUT_OF_STOCK);
            case "new_launches" ->
                judge.within(0.25, 0.55, "share of products that come after the first day", ScenarioSql.LATER_PRODUCTS);
            case "sparse" ->
                judge.within(
                        1 - Math.floor(plan.pairs() / 2.0) / plan.pairs() - 0.001,
                        1 - Math.floor(plan.pairs() / 2.0) / plan.pairs() + 0.001,
                        "share of store-product combinations with sales",
                        ScenarioSql.pairsWithSales(plan.pairs()));
            case "summer_slowdown" -> summerSlowdown();
            case "new_store_opening" -> openings();
            case "competitor_entry" -> competitorEntry();
            case "m5_like" -> judge.within(0.4, 0.8, "share of days without a sale", ScenarioSql.ZEROS);
            case "grocery_promo" ->
                judge.within(
                        2.5,
                        8,
                        "with 28 per cent off and more, series sell so many times what they do far from promotions"
                                + " at that regular price, median of promotions",
                        ScenarioSql.DEEP_PROMOTIONS,
                        ENOUGH_PROMOTIONS,
                        "promotions with 28 per cent off and more");
            case "fresh" ->
                judge.within(0.36, 0.52, "share of days that end with nothing on hand", ScenarioSql.OUT_OF_STOCK);
            default -> judge.nothing("nothing is promised");
        };
    }

    /** Why chance may hide what makes the scenario; null where it may not. Missing pairs and openings are exact at any size. */
    private @Nullable String tooSmall() {
        long products = plan.products().size();
        if (scenario.equals("sparse") || scenario.equals("new_store_opening")) {
            return null;
        }
        if (plan.days() < ENOUGH_DAYS) {
            return ScenarioJudge.fewerThan(ENOUGH_DAYS, plan.days(), "days");
        }
        return switch (scenario) {
            case "new_launches" -> ScenarioJudge.fewerThan(10, products, "products");
            case "m5_like", "grocery_promo", "fresh" -> ScenarioJudge.fewerThan(90, plan.pairs(), "series");
            default -> ScenarioJudge.fewerThan(9, plan.pairs(), "series");
        };
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
            return judge.nothing("its days lie outside the date range");
        }
        return judge.within(
                1.9,
                3.6,
                "Black Friday sells so many times what the three Fridays before sell",
                ScenarioSql.ratio(ScenarioSql.isOneOf(fridays), ScenarioSql.isOneOf(before)));
    }

    private Check summerSlowdown() throws SQLException {
        String summer = "extract(month FROM date) IN (7, 8) AND extract(day FROM date) <= 16";
        String spring = "extract(month FROM date) IN (4, 5)";
        String hit = "p.category IN ('Bakery', 'Dairy')";
        return judge.within(
                0.5,
                0.7,
                "the slow categories sell so much of what the others do in the first 16 days of July and of August,"
                        + " compared with April and May",
                ScenarioSql.doubleRatio(hit, summer, spring));
    }

    private Check competitorEntry() throws SQLException {
        int entryDay = plan.config().dateRange().blockDays() / 2;
        String tooShort = ScenarioJudge.fewerThan(14, plan.days() - entryDay - 21, "days after the entry and its ramp");
        if (tooShort != null) {
            return judge.nothing(tooShort);
        }
        LocalDate entry = plan.calendar().get(0).date().plusDays(entryDay);
        return judge.within(
                0.57,
                0.73,
                "the North sells so much of what the other regions do, compared with before",
                ScenarioSql.doubleRatio(
                        "st.region = 'North'",
                        "date >= " + ScenarioSql.date(entry.plusDays(21)),
                        "date < " + ScenarioSql.date(entry)));
    }

    private Check openings() throws SQLException {
        int quarter = Math.max(1, plan.config().dateRange().blockDays() / 4);
        return judge.within(
                quarter,
                quarter,
                "days between the first days of S00002 and of the shops that were open",
                ScenarioSql.SECOND_SHOP_OPENS);
    }
}
