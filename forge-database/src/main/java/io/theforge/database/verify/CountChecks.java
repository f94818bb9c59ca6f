package io.theforge.database.verify;

import io.theforge.database.load.PlannedCounts;
import io.theforge.database.report.Check;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Row counts against the configuration: by series, by day, the share of pairs without sales, and what is missing why. */
final class CountChecks {
    private final Queries queries;
    private final Plan plan;
    private final NaturalKeys keys;
    private final PlannedCounts planned;
    private final boolean withoutFacts;

    /** @param withoutFacts whether the planned rows have been deleted, and none are expected */
    CountChecks(Queries queries, Plan plan, NaturalKeys keys, PlannedCounts planned, boolean withoutFacts) {
        this.queries = queries;
        this.plan = plan;
        this.keys = keys;
        this.planned = planned;
        this.withoutFacts = withoutFacts;
    }

    List<Check> all() throws SQLException {
        int[] salesOfPair = new int[plan.pairs()];
        Check salesBySeries = bySeries(Table.SALES_DAILY, salesOfPair);
        Check inventoryBySeries = bySeries(Table.INVENTORY_SNAPSHOT_DAILY, new int[plan.pairs()]);
        Check salesByDay = byDay(Table.SALES_DAILY);
        Check inventoryByDay = byDay(Table.INVENTORY_SNAPSHOT_DAILY);
        List<Check> checks = new ArrayList<>(
                List.of(salesBySeries, inventoryBySeries, salesByDay, inventoryByDay, sparsity(salesOfPair)));
        if (!withoutFacts) {
            checks.add(gaps(Table.SALES_DAILY, salesBySeries, salesByDay));
            checks.add(gaps(Table.INVENTORY_SNAPSHOT_DAILY, inventoryBySeries, inventoryByDay));
        }
        return checks;
    }

    /** Rows are looked for where their numbers are not right. */
    private Check gaps(Table table, Check bySeries, Check byDay) throws SQLException {
        boolean complete = bySeries.status() == Check.Status.PASSED && byDay.status() == Check.Status.PASSED;
        return GapCheck.of(
                table, plan, planned, complete ? new MissingRows(keys) : MissingRows.find(queries, table, plan, keys));
    }

    /** Fills in what was found as it goes. */
    private Check bySeries(Table table, int[] found) throws SQLException {
        int[] expected = planned.ofPairs(table);
        List<String> wrong = new ArrayList<>();
        long[] rows = {0};
        queries.forEach(
                "SELECT store_id, product_id, count(*) FROM {" + table.sqlName() + "} f GROUP BY store_id, product_id",
                row -> {
                    int store = keys.storeIndex(row.getInt(1));
                    int product = keys.productIndex(row.getInt(2));
                    rows[0] += row.getLong(3);
                    if (store < plan.stores().size()
                            && product < plan.products().size()) {
                        found[store * plan.products().size() + product] += row.getInt(3);
                    } else {
                        wrong.add(series(store, product) + " rows=" + row.getInt(3) + " planned=0");
                    }
                });
        long total = 0;
        for (int pair = 0; pair < expected.length; pair++) {
            total += expected[pair];
            if (found[pair] != expected[pair]) {
                wrong.add(series(plan.storeOf(pair), plan.productOf(pair)) + " rows=" + found[pair] + " planned="
                        + expected[pair]);
            }
        }
        return check(
                table.sqlName() + ".row_count",
                wrong,
                rows[0] + " of " + total + " planned rows",
                "every series has as many rows as the configuration plans");
    }

    private String series(int store, int product) {
        return "store=" + keys.storeCodes().get(store) + " sku=" + keys.skus().get(product);
    }

    private Check byDay(Table table) throws SQLException {
        long[] expected = planned.ofDays(table);
        long[] found = new long[expected.length];
        List<String> wrong = new ArrayList<>();
        queries.forEach(
                "SELECT CAST(date - DATE '1970-01-01' AS integer), count(*) FROM {" + table.sqlName()
                        + "} f GROUP BY date",
                row -> {
                    int day = row.getInt(1) - plan.firstEpochDay();
                    if (day >= 0 && day < found.length) {
                        found[day] = row.getLong(2);
                    } else {
                        wrong.add("date=" + LocalDate.ofEpochDay(row.getInt(1)) + " rows=" + row.getLong(2)
                                + " outside the planned days");
                    }
                });
        int covered = 0;
        int plannedDays = 0;
        for (int day = 0; day < expected.length; day++) {
            plannedDays += expected[day] > 0 ? 1 : 0;
            covered += found[day] > 0 ? 1 : 0;
            if (found[day] != expected[day]) {
                wrong.add("date=" + LocalDate.ofEpochDay(plan.epochDay(day)) + " rows=" + found[day] + " planned="
                        + expected[day]);
            }
        }
        return check(
                table.sqlName() + ".date_coverage",
                wrong,
                covered + " of " + plannedDays + " planned days",
                "every planned day has its rows and no other day has any");
    }

    private Check sparsity(int[] salesOfPair) {
        double configured = plan.config().sparsity().missingCombinations();
        long floor = (long) Math.floor(configured * plan.pairs());
        int[] expected = planned.ofPairs(Table.SALES_DAILY);
        int empty = 0;
        int expectedEmpty = 0;
        List<String> wrong = new ArrayList<>();
        for (int pair = 0; pair < expected.length; pair++) {
            empty += salesOfPair[pair] == 0 ? 1 : 0;
            expectedEmpty += expected[pair] == 0 ? 1 : 0;
            if ((salesOfPair[pair] == 0) != (expected[pair] == 0)) {
                wrong.add(series(plan.storeOf(pair), plan.productOf(pair))
                        + (expected[pair] == 0 ? " sells and should not" : " sells nothing and should"));
            }
        }
        if (empty < floor && wrong.isEmpty()) {
            wrong.add(empty + " pairs are empty, the configuration asks for " + floor);
        }
        return check(
                "sales_daily.sparsity",
                wrong,
                String.format(
                        Locale.ROOT,
                        "%.4f of pairs without sales (%d of %d), configured %.4f",
                        (double) empty / plan.pairs(),
                        empty,
                        plan.pairs(),
                        configured),
                "just those " + expectedEmpty + " store-product pairs have no sales that the configuration leaves out");
    }

    private static Check check(String name, List<String> wrong, String figure, String message) {
        return new Check(
                name,
                wrong.isEmpty() ? Check.Status.PASSED : Check.Status.FAILED,
                figure,
                message,
                List.copyOf(wrong.subList(0, Math.min(SqlCheck.EXAMPLES, wrong.size()))));
    }
}
