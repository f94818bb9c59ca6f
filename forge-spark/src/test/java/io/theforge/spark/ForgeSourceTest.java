package io.theforge.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.Forge;
import io.theforge.dataset.Dataset;
import io.theforge.sink.NoSink;
import io.theforge.table.Table;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user of Spark meets: rows that are those of the single machine, however they are cut. */
class ForgeSourceTest {
    private static final String SMALL = """
            dimensions: {stores: {count: 3}, products: {count: 12}}
            date_range: {start: "2024-01-01", end: "2024-06-30"}
            retail: {promotion_probability: 0.3, price_change_probability: 0.3, stockout_probability: 0.2}
            """;

    @Test
    void storesAreCountedInFiveLines() {
        List<Row> stores = LocalSpark.table("sales_daily", "scenario", "holiday_rush", "products", "3")
                .groupBy("store_code")
                .count()
                .orderBy("store_code")
                .collectAsList();
        assertThat(stores)
                .hasSize(Forge.dataset("scenario: holiday_rush").stores().size());
        assertThat(stores.get(0).getString(0)).isEqualTo("S00001");
    }

    static Stream<Arguments> shops() {
        String size = "dimensions: {stores: {count: 3}, products: {count: 9}}\n"
                + "date_range: {start: \"2024-03-01\", end: \"2024-05-31\"}\n";
        return Stream.of(
                Arguments.of(SMALL, 1),
                Arguments.of("scenario: m5_like\n" + size, 2),
                Arguments.of("scenario: new_launches\n" + size, 7),
                Arguments.of("""
                        scenario: sparse
                        dimensions: {stores: {count: 3}, products: {count: 9}}
                        date_range: {start: "2024-03-01", end: "2024-04-30"}
                        segments: [{start: "2024-04-01", seed: 7}]
                        """, 64),
                Arguments.of(
                        size + "promotions: {campaigns_per_month: 2}\nretail: {lift_from_siblings: 0.3}\n"
                                + "sparsity: {missing_combinations_pct: 0.2, random_gaps_per_series: 1}\n",
                        5));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void everyTableHasTheRowsOfTheSingleMachine(String config, int partitions) {
        Dataset shop = Forge.dataset(config);
        for (Table table : Table.values()) {
            assertThat(RowHash.of(read(table, config, partitions), shop.plan(), table))
                    .as("%s of %s in %d parts", table, config, partitions)
                    .isEqualTo(expected(shop, table));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void anyNumberOfPartsHasTheSameRowsAndCutsNoSeries(int partitions) {
        Dataset shop = Forge.dataset(SMALL);
        org.apache.spark.sql.Dataset<Row> sales = read(Table.SALES_DAILY, SMALL, partitions);
        assertThat(sales.rdd().getNumPartitions()).isEqualTo(Math.min(partitions, 36));
        assertThat(RowHash.of(sales, shop.plan(), Table.SALES_DAILY)).isEqualTo(expected(shop, Table.SALES_DAILY));
        assertThat(sales.select(
                                functions.col("store_code"),
                                functions.col("sku"),
                                functions.spark_partition_id().as("part"))
                        .groupBy("store_code", "sku")
                        .agg(functions.countDistinct("part").as("parts"))
                        .where("parts <> 1")
                        .count())
                .isZero();
    }

    /** Sixteen million rows would be three parts: one core would wait for the other. */
    @Test
    void coresHaveAsManyPartsEach() {
        assertThat(LocalSpark.table("sales_daily", "stores", "880").rdd().getNumPartitions())
                .isEqualTo(4);
        assertThat(LocalSpark.table("store", "stores", "880").rdd().getNumPartitions())
                .isEqualTo(1);
    }

    /** Spark's old dates are moments in the zone of the JVM. In Apia there was no 30 December 2011. */
    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void zonesAndKindsOfDatesChangeNothing(String newDates) {
        String config = "dimensions: {stores: {count: 2}, products: {count: 3}}\n"
                + "date_range: {start: \"2011-12-01\", end: \"2012-01-31\"}\n";
        SparkSession spark = LocalSpark.session();
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            spark.conf().set("spark.sql.datetime.java8API.enabled", newDates);
            spark.conf().set("spark.sql.session.timeZone", "America/Sao_Paulo");
            org.apache.spark.sql.Dataset<Row> rows = read(Table.INVENTORY_SNAPSHOT_DAILY, config, 2);
            assertThat(rows.where("date = DATE'2011-12-30'").count()).isEqualTo(6);
            assertThat(rows.where("date IN (DATE'2011-12-29', DATE'2011-12-30')")
                            .count())
                    .isEqualTo(12);
            assertThat(rows.where("date < '2011-12-03'").count()).isEqualTo(12);
            assertThat(rows.select("date").distinct().count()).isEqualTo(62);
        } finally {
            TimeZone.setDefault(before);
            spark.conf().unset("spark.sql.datetime.java8API.enabled");
            spark.conf().unset("spark.sql.session.timeZone");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sparkIsToldAboutHowManyRowsThereAre(Table table) {
        org.apache.spark.sql.Dataset<Row> rows = LocalSpark.table(table.sqlName());
        double estimated =
                rows.queryExecution().optimizedPlan().stats().rowCount().get().doubleValue();
        double real = rows.count();
        assertThat(estimated).isBetween(real / 2, real * 2);
    }

    @Test
    void aSmallTableIsSentToTheLargeOneByItself() {
        org.apache.spark.sql.Dataset<Row> joined = LocalSpark.table(
                        "sales_daily", "stores", "20000", "products", "50000")
                .join(LocalSpark.table("product").withColumnRenamed("sku", "key"), functions.expr("sku = key"));
        assertThat(joined.queryExecution().executedPlan().toString()).contains("BroadcastHashJoin");
    }

    private static org.apache.spark.sql.Dataset<Row> read(Table table, String config, int partitions) {
        return LocalSpark.table(table.sqlName(), "config", config, "partitions", String.valueOf(partitions));
    }

    private static String expected(Dataset shop, Table table) {
        return shop.write(table, new NoSink(), 1).fingerprint().toString();
    }
}
