package io.theforge.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tables by SQL alone. */
class SqlTablesTest {
    private static final String SALES =
            "CREATE TABLE forge_sales USING forge OPTIONS (table 'sales_daily', scenario 'holiday_rush', products '5')";

    @AfterEach
    void dropAll() {
        sql("DROP TABLE IF EXISTS forge_sales");
        sql("DROP TABLE IF EXISTS forge_copy");
        sql("DROP VIEW IF EXISTS forge_stores");
    }

    private static List<Row> sql(String statement) {
        return LocalSpark.session().sql(statement).collectAsList();
    }

    @Test
    void aTableIsCreatedDescribedReadAndDropped() {
        sql(SALES);
        assertThat(sql("DESCRIBE forge_sales").toString()).contains("[quantity,int,units sold, 0 or more]");
        assertThat(sql("SELECT count(DISTINCT sku) FROM forge_sales").get(0).getLong(0))
                .isEqualTo(5);
        sql("DROP TABLE forge_sales");
        assertThatThrownBy(() -> sql("SELECT * FROM forge_sales")).hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
    }

    @Test
    void whatShowsHowItWasCreatedCreatesItAgain() {
        sql(SALES);
        List<Row> rows = sql("SELECT sum(quantity) FROM forge_sales");
        String shown = sql("SHOW CREATE TABLE forge_sales").get(0).getString(0);
        assertThat(shown).contains("USING forge", "'scenario' = 'holiday_rush'");
        sql("DROP TABLE forge_sales");
        sql(shown);
        assertThat(sql("SELECT sum(quantity) FROM forge_sales")).isEqualTo(rows);
    }

    @Test
    void tablesAndViewsAreJoinedAndCopied() {
        sql(SALES);
        sql("CREATE TEMPORARY VIEW forge_stores USING forge OPTIONS (table 'store', scenario 'holiday_rush')");
        assertThat(
                        sql(
                                "SELECT region, sum(quantity) FROM forge_sales JOIN forge_stores ON store_code = code GROUP BY region"))
                .hasSizeGreaterThan(1);
        sql("CREATE TABLE forge_copy USING parquet AS SELECT * FROM forge_sales");
        assertThat(sql("SELECT count(*), sum(total_amount) FROM forge_copy"))
                .isEqualTo(sql("SELECT count(*), sum(total_amount) FROM forge_sales"));
    }

    @Test
    void aCachedTableIsKnownByWhatItWasMadeWith() {
        Dataset<Row> cached = LocalSpark.table("sales_daily", "products", "5").cache();
        try {
            assertThat(planned(LocalSpark.table("sales_daily", "products", "5")))
                    .contains("InMemoryRelation");
            assertThat(planned(LocalSpark.table("sales_daily", "products", "6")))
                    .doesNotContain("InMemoryRelation");
        } finally {
            cached.unpersist();
        }
    }

    @Test
    void rowsThatAQueryNeedsTwiceAreMadeOnce() {
        sql(SALES);
        String totals = "(SELECT store_code, sum(quantity) AS sold FROM forge_sales GROUP BY store_code)";
        String others = totals.replace("GROUP", "WHERE date < '2024-02-01' GROUP");
        sql("SET spark.sql.adaptive.enabled = false");
        try {
            assertThat(planned(both(totals, totals))).contains("ReusedExchange");
            assertThat(planned(both(totals, others))).doesNotContain("ReusedExchange");
        } finally {
            sql("RESET spark.sql.adaptive.enabled");
        }
    }

    private static Dataset<Row> both(String one, String other) {
        return LocalSpark.session().sql("SELECT * FROM " + one + " UNION ALL SELECT * FROM " + other);
    }

    private static String planned(Dataset<Row> query) {
        return query.queryExecution().executedPlan().toString();
    }

    @Test
    void whatACatalogHasBesidesOptionsIsNoMistake() {
        sql("CREATE TABLE forge_copy USING forge OPTIONS (table 'store') LOCATION '/tmp/nowhere' COMMENT 'stores'"
                + " TBLPROPERTIES ('owner_team' = 'retail')");
        sql("ALTER TABLE forge_copy SET TBLPROPERTIES ('checked' = 'yes')");
        assertThat(sql("SELECT * FROM forge_copy")).hasSize(10);
    }

    @Test
    void aMistakeIsFoundWhereTheTableIsCreated() {
        assertThatThrownBy(() -> sql("CREATE TABLE forge_sales USING forge OPTIONS (table 'sales_dayly')"))
                .hasMessageStartingWith(
                        "option table: the Forge has no table \"sales_dayly\"; did you mean sales_daily?");
        assertThat(sql("SHOW TABLES LIKE 'forge_sales'")).isEmpty();
    }

    @Test
    void otherColumnsThanItsOwnAreRefusedAndItCanBeDropped() {
        sql("CREATE TABLE forge_sales (wrong INT) USING forge OPTIONS (table 'sales_daily')");
        assertThatThrownBy(() -> sql("SELECT * FROM forge_sales"))
                .hasMessageStartingWith("columns of sales_daily: wrong int are given, and it has date date, ");
        sql("DROP TABLE forge_sales");
    }

    @Test
    void oneReadCannotChangeTheTable() {
        sql(SALES);
        assertThatThrownBy(() -> LocalSpark.session()
                        .read()
                        .option("seed", "7")
                        .table("forge_sales")
                        .count())
                .hasMessage("option seed: it is not what the table was made with; give it where the table is created");
    }

    @Test
    void nothingIsWrittenToTheForge() {
        sql(SALES);
        assertThatThrownBy(() -> sql("INSERT INTO forge_sales SELECT * FROM forge_sales"))
                .hasMessageContaining("does not support append");
        assertThatThrownBy(() -> LocalSpark.table("store")
                        .write()
                        .format("forge")
                        .option("table", "store")
                        .save())
                .hasMessageContaining("ForgeSource does not allow create table as select");
    }
}
