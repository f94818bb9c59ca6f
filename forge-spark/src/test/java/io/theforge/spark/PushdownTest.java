package io.theforge.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left out is what nobody asked for: a filter changes how much is made, and never what is found. */
class PushdownTest {
    private static final String SHOP = """
            dimensions: {stores: {count: 4}, products: {count: 12}}
            date_range: {start: "2024-01-15", end: "2024-03-15"}
            retail: {promotion_probability: 0.5, price_change_probability: 0.5, new_product_share: 0.4, discontinued_share: 0.3}
            """;
    /** Of the four columns that most tables have; which are there depends on the table. */
    private static final String[] TABLES = {"sales_daily", "promotion", "price_history"};

    /** A table, and a condition on it. */
    record Query(String table, String condition) {}

    @Provide
    Arbitrary<Query> queries() {
        return Arbitraries.of(TABLES).flatMap(table -> conditions(table, 3).map(text -> new Query(table, text)));
    }

    private static Arbitrary<String> conditions(String table, int depth) {
        Arbitrary<String> plain = Arbitraries.oneOf(
                text("store_code", "S0000"), text("sku", "SKU-00000"), dates(table), numbers(table), odd());
        if (depth == 0) {
            return plain;
        }
        Arbitrary<String> inner = conditions(table, depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(2, plain),
                Tuple.of(1, inner.map(text -> "NOT (" + text + ")")),
                Tuple.of(
                        3,
                        Combinators.combine(inner, inner, Arbitraries.of("AND", "OR"))
                                .as((left, right, word) -> "(" + left + ") " + word + " (" + right + ")")));
    }

    private static Arbitrary<String> text(String column, String prefix) {
        Arbitrary<String> code = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 9).map(digit -> "'" + prefix + digit + "'"),
                Arbitraries.of("''", "'S'", "'s00001'", "'SKU-000010'", "'\u00e9'", "NULL", "concat('S0000', '2')"));
        Arbitrary<String> order = Arbitraries.of("=", "<>", "<", ">", "<=", ">=", "<=>");
        return Arbitraries.oneOf(
                Combinators.combine(order, code).as((sign, value) -> column + " " + sign + " " + value),
                Combinators.combine(order, code).as((sign, value) -> value + " " + sign + " " + column),
                code.list().ofMinSize(1).ofMaxSize(3).map(all -> column + " IN (" + String.join(", ", all) + ")"),
                Combinators.combine(code, code).as((from, to) -> column + " BETWEEN " + from + " AND " + to),
                Arbitraries.of("'S0%'", "'%2'", "'%00%'", "'S_0003'", "'%'", "'SKU-00000_'", "'S%3'")
                        .map(like -> column + " LIKE " + like),
                Arbitraries.of(" IS NULL", " IS NOT NULL").map(end -> column + end),
                Arbitraries.of("'s00002'", "'sku-000003'").map(lower -> column + " COLLATE UTF8_LCASE = " + lower),
                code.map(value -> "substring(" + column + ", 1, 6) = " + value),
                code.map(value -> "upper(" + column + ") > " + value));
    }

    private static Arbitrary<String> dates(String table) {
        String column = switch (table) {
            case "promotion" -> "start_date";
            case "price_history" -> "valid_from";
            default -> "date";
        };
        Arbitrary<String> day = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 75).map(i -> "date_add(DATE'2024-01-10', " + i + ")"),
                Arbitraries.integers().between(10, 28).map(i -> "DATE'2024-02-" + i + "'"),
                Arbitraries.of("'2024-02-03'", "NULL", "DATE'1500-01-01'", "TIMESTAMP'2024-02-02 12:00:00'"));
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of("=", "<>", "<", ">", "<=", ">=", "<=>"), day)
                        .as((sign, value) -> column + " " + sign + " " + value),
                day.list().ofMinSize(1).ofMaxSize(3).map(all -> column + " IN (" + String.join(", ", all) + ")"),
                Combinators.combine(day, day).as((from, to) -> column + " BETWEEN " + from + " AND " + to),
                Arbitraries.of(
                                "month(%s) = 2",
                                "dayofweek(%s) = 1", "year(%s) < 2024", "CAST(%s AS STRING) LIKE '%%-02-%%'")
                        .map(form -> String.format(form, column)));
    }

    private static Arbitrary<String> numbers(String table) {
        return Arbitraries.of(
                switch (table) {
                    case "promotion" -> List.of("discount_pct IS NULL", "discount_pct > 0.15", "name LIKE 'J%'");
                    case "price_history" -> List.of("valid_to IS NULL", "price < 5", "price = 4.99");
                    default -> List.of("quantity = 0", "quantity > 3", "total_amount < 10.5", "quantity IS NULL");
                });
    }

    private static Arbitrary<String> odd() {
        return Arbitraries.of("true", "false", "NULL", "1 = 2", "store_code < sku", "rand(3) < 2", "store_code = sku");
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void aFilterFindsTheSameRowsAsWithoutPushdown(@ForAll("queries") Query query) {
        check(query);
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void inManyTriesToo(@ForAll("queries") Query query) {
        if (Boolean.getBoolean("forge.exhaustive")) {
            check(query);
        }
    }

    private static void check(Query query) {
        Dataset<Row> all = LocalSpark.table(query.table(), "config", SHOP, "partitions", "3");
        assertThat(sum(all.where(query.condition())))
                .as(query.toString())
                .isEqualTo(sum(Copies.of(query.table(), all).where(query.condition())));
    }

    /** Rows and a sum over all that is in them. */
    private static String sum(Dataset<Row> rows) {
        return rows.selectExpr("count(*)", "sum(CAST(xxhash64(*) AS DECIMAL(38, 0)))")
                .head()
                .toString();
    }

    /** The same tables in memory, once for all tries. */
    private static final class Copies {
        private static final Map<String, Dataset<Row>> COPIES = new HashMap<>();

        static Dataset<Row> of(String table, Dataset<Row> rows) {
            return COPIES.computeIfAbsent(table, name -> rows.localCheckpoint());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sales_daily | store_code = 'S00002'                             | 1 of 4 stores, 12 of 12 products, 61 of 61 days | 12
            sales_daily | sku IN ('SKU-000001', 'SKU-000002')               | 4 of 4 stores, 2 of 12 products, 61 of 61 days  | 8
            sales_daily | store_code > 'S00003' AND sku LIKE '%00012'       | 1 of 4 stores, 1 of 12 products, 61 of 61 days  | 1
            sales_daily | date >= DATE'2024-03-15'                          | 4 of 4 stores, 9 of 12 products, 1 of 61 days   | 36
            sales_daily | date > DATE'2024-03-15'                           | 4 of 4 stores, 0 of 12 products, 0 of 61 days   | 0
            sales_daily | store_code = 'S00009'                             | 0 of 4 stores, 12 of 12 products, 61 of 61 days | 0
            promotion   | sku = 'SKU-000003'                                | 4 of 4 stores, 1 of 12 products, 61 of 61 days  | 1
            promotion   | store_code IS NULL                                | 4 of 4 stores, 12 of 12 products, 61 of 61 days | 12
            store       | code = 'S00009'                                   | 0 of 4 stores, 12 of 12 products, 61 of 61 days | 0
            calendar    | date < DATE'2024-01-01'                           | 4 of 4 stores, 12 of 12 products, 0 of 61 days  | 0
            """)
    void aFilterLeavesOutWholeSeries(String table, String condition, String described, int parts) {
        Dataset<Row> rows =
                LocalSpark.table(table, "config", SHOP, "partitions", "100").where(condition);
        assertThat(rows.queryExecution().executedPlan().toString()).contains(described);
        assertThat(rows.rdd().getNumPartitions()).isEqualTo(parts);
    }

    @Test
    void aCountReadsNoColumn() {
        Dataset<Row> sales = LocalSpark.table("sales_daily", "config", SHOP);
        long rows = sales.select("quantity").collectAsList().size();
        assertThat(sales.groupBy().count().head().getLong(0)).isEqualTo(rows);
        assertThat(sales.select("unit_price").collectAsList()).hasSize((int) rows);
        assertThat(sales.select("sku", "date").schema().fieldNames()).containsExactly("sku", "date");
    }
}
