package io.theforge.database.verify;

import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The rows that are planned and not there, and the first of them by date, store and product. */
final class MissingRows {
    /** Rows asked for at a time: where a driver holds a whole result, it holds no more than this, or one store. */
    private static final long PAGE = 500_000;

    private record Row(int epochDay, int store, int product) {}

    private final NaturalKeys keys;
    private final TreeSet<Row> first = new TreeSet<>(
            Comparator.comparingInt(Row::epochDay).thenComparingInt(Row::store).thenComparingInt(Row::product));
    private long missing;
    private long notPlanned;

    /** None. */
    MissingRows(NaturalKeys keys) {
        this.keys = keys;
    }

    long missing() {
        return missing;
    }

    /** Returns how many rows are there that are not planned. */
    long notPlanned() {
        return notPlanned;
    }

    List<String> examples() {
        return first.stream()
                .map(row -> "date=" + LocalDate.ofEpochDay(row.epochDay) + " store="
                        + keys.storeCodes().get(row.store) + " sku="
                        + keys.skus().get(row.product) + " is missing")
                .toList();
    }

    /** Makes the days of each series again and compares them with those that are there, one series at a time. */
    static MissingRows find(Queries queries, Table table, Plan plan, NaturalKeys keys) throws SQLException {
        MissingRows rows = new MissingRows(keys);
        Comparison comparison = rows.new Comparison(table, plan);
        for (int[] stores : pages(queries, table)) {
            queries.forEach(
                    "SELECT store_id, product_id, CAST(date - DATE '1970-01-01' AS integer) FROM {" + table.sqlName()
                            + "} f WHERE store_id BETWEEN ? AND ? ORDER BY store_id, product_id",
                    row -> comparison.add(
                            keys.storeIndex(row.getInt(1)), keys.productIndex(row.getInt(2)), row.getInt(3)),
                    stores[0],
                    stores[1]);
        }
        comparison.finish();
        return rows;
    }

    /** Returns the ids of the first and the last store of each page. */
    private static List<int[]> pages(Queries queries, Table table) throws SQLException {
        List<int[]> pages = new ArrayList<>();
        long[] rows = {0};
        queries.forEach(
                "SELECT store_id, count(*) FROM {" + table.sqlName() + "} f GROUP BY store_id ORDER BY store_id",
                row -> {
                    if (pages.isEmpty() || rows[0] + row.getLong(2) > PAGE) {
                        pages.add(new int[] {row.getInt(1), 0});
                        rows[0] = 0;
                    }
                    pages.get(pages.size() - 1)[1] = row.getInt(1);
                    rows[0] += row.getLong(2);
                });
        return pages;
    }

    /** Takes the rows that are there, series by series. */
    private final class Comparison {
        private final Table table;
        private final Plan plan;
        private final SeriesGenerator generator;
        private final SeriesBlock planned;
        private final BitSet compared = new BitSet();
        private final BitSet found = new BitSet();
        private int store = -1;
        private int product = -1;

        Comparison(Table table, Plan plan) {
            this.table = table;
            this.plan = plan;
            generator = new SeriesGenerator(plan);
            planned = new SeriesBlock(plan.days());
        }

        void add(int storeIndex, int productIndex, int epochDay) {
            if (storeIndex != store || productIndex != product) {
                compareSeries();
                store = storeIndex;
                product = productIndex;
            }
            int day = epochDay - plan.firstEpochDay();
            if (day < 0 || day >= plan.days() || found.get(day)) {
                notPlanned++;
            } else {
                found.set(day);
            }
        }

        private void compareSeries() {
            boolean isPlanned = store >= 0
                    && store < plan.stores().size()
                    && product < plan.products().size()
                    && !compared.get(plan.pair(store, product));
            if (isPlanned) {
                compare(store, product);
            }
            notPlanned += found.cardinality();
            found.clear();
        }

        /** Leaves in {@code found} what is not planned. */
        private void compare(int storeIndex, int productIndex) {
            compared.set(plan.pair(storeIndex, productIndex));
            generator.generate(storeIndex, productIndex, planned);
            boolean sales = table == Table.SALES_DAILY;
            int[] days = sales ? planned.salesDay : planned.inventoryDay;
            int count = sales ? planned.salesCount : planned.inventoryCount;
            for (int i = 0; i < count; i++) {
                if (found.get(days[i])) {
                    found.clear(days[i]);
                } else {
                    missing++;
                    keepFirst(new Row(plan.epochDay(days[i]), storeIndex, productIndex));
                }
            }
        }

        private void keepFirst(Row row) {
            first.add(row);
            if (first.size() > SqlCheck.EXAMPLES) {
                first.pollLast();
            }
        }

        /** The series of which nothing is there. */
        void finish() {
            compareSeries();
            for (int pair = compared.nextClearBit(0); pair < plan.pairs(); pair = compared.nextClearBit(pair + 1)) {
                compare(plan.storeOf(pair), plan.productOf(pair));
            }
        }
    }
}
