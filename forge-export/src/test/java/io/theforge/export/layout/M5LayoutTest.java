package io.theforge.export.layout;

import static io.theforge.export.ExportedShop.query;
import static io.theforge.export.ExportedShop.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.model.Operational;
import io.theforge.export.ExportedShop;
import io.theforge.export.text.TextFormat;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The layout m5")
class M5LayoutTest {
    /** It ends in the middle of a week. */
    private static final String SHOP = """
            dimensions: {stores: {count: 3}, products: {count: 8}}
            date_range: {start: 2024-01-01, end: %s, horizon: 2024-12-31}
            retail: {promotion_probability: 0.5, price_change_probability: 0.4, new_product_share: 0.3, discontinued_share: 0.3}
            sparsity: {missing_combinations_pct: 0.2, missing_days_pct: 0.05}
            """;

    @TempDir
    private static Path folder;

    private static final Plan PLAN = ExportedShop.plan(SHOP.formatted("2024-06-18"));

    @BeforeAll
    static void export() throws Exception {
        write(PLAN, Layout.M5, TextFormat.CSV, folder.resolve("m5"));
        write(PLAN, Layout.TABLES, TextFormat.CSV, folder.resolve("tables"));
        write(ExportedShop.plan(SHOP.formatted("2024-07-16")), Layout.M5, TextFormat.CSV, folder.resolve("later"));
    }

    @Test
    @DisplayName("has the files and columns of the competition")
    void columns() throws Exception {
        assertThat(ExportedShop.files(folder.resolve("m5")))
                .containsOnlyKeys("calendar.csv", "sales_train_evaluation.csv", "sell_prices.csv");
        assertThat(header("calendar"))
                .isEqualTo(
                        "date,wm_yr_wk,weekday,wday,month,year,d,event_name_1,event_type_1,event_name_2,event_type_2,"
                                + "snap_CA,snap_TX,snap_WI");
        assertThat(header("sell_prices")).isEqualTo("store_id,item_id,wm_yr_wk,sell_price");
        assertThat(header("sales_train_evaluation"))
                .startsWith("id,item_id,dept_id,cat_id,store_id,state_id,d_1,d_2,")
                .endsWith(",d_169,d_170");
    }

    private static String header(String table) throws Exception {
        return Files.readAllLines(folder.resolve("m5/" + table + ".csv")).get(0);
    }

    @ParameterizedTest(name = "{0} is in week {1}")
    @DisplayName("numbers weeks as the competition does")
    @CsvSource({
        "2011-01-29, 11101", "2011-02-04, 11101", "2011-02-05, 11102", "2012-01-27, 11152", "2012-01-28, 11201",
        "2013-01-26, 11301", "2014-01-25, 11401", "2015-01-30, 11453", "2015-01-31, 11501", "2016-01-30, 11601",
        "2016-06-19, 11621"
    })
    void weeks(LocalDate date, int week) {
        assertThat(M5Calendar.week((int) date.toEpochDay())).isEqualTo(week);
    }

    @Test
    @DisplayName("has a calendar of the days with sales and 28 more, Saturday first, with the holidays as events")
    void calendar() throws Exception {
        assertThat(query(folder, """
                SELECT count(*), bool_and(wday = (isodow(date) + 1) % 7 + 1), bool_and(weekday = dayname(date)),
                    bool_and(month = month(date) AND year = year(date)),
                    bool_and(d = 'd_' || (date - DATE '2024-01-01' + 1)), max(date),
                    bool_and((event_name_1 IS NULL) = (event_type_1 IS NULL)), count(event_name_2),
                    sum(snap_CA + snap_TX + snap_WI)
                FROM 'FOLDER/m5/calendar.csv'""")).containsExactly("198|true|true|true|true|2024-07-16|true|0|0");
        assertThat(query(
                        folder,
                        "SELECT date, event_name_1 FROM 'FOLDER/m5/calendar.csv' WHERE event_name_1 IS NOT NULL"))
                .containsAll(
                        query(folder, "SELECT date, holiday_name FROM 'FOLDER/tables/calendar.csv' WHERE is_holiday"))
                .contains("2024-07-04|Independence Day");
    }

    @Test
    @DisplayName("has the units of each day, 0 where there is no record")
    void units() throws Exception {
        assertThat(query(folder, """
                WITH units AS (
                    SELECT id, item_id, store_id, dept_id, cat_id, state_id, CAST(substr(name, 3) AS integer) AS day, units
                    FROM (UNPIVOT 'FOLDER/m5/sales_train_evaluation.csv' ON COLUMNS('d_.*') INTO NAME name VALUE units)),
                sales AS (
                    SELECT p.sku AS item_id, st.code AS store_id, d.date - DATE '2024-01-01' + 1 AS day, d.quantity,
                        p.category, st.region
                    FROM 'FOLDER/tables/sales_daily.csv' d JOIN 'FOLDER/tables/store.csv' st ON st.id = d.store_id
                    JOIN 'FOLDER/tables/product.csv' p ON p.id = d.product_id)
                SELECT count(*) = 170 * count(DISTINCT u.id), bool_and(u.units = coalesce(s.quantity, 0)),
                    bool_and(u.id = u.item_id || '_' || u.store_id || '_evaluation'),
                    bool_and(s.quantity IS NULL OR (s.category = u.dept_id AND s.category = u.cat_id AND s.region = u.state_id)),
                    count(s.quantity) = (SELECT count(*) FROM sales), count(*) > count(s.quantity)
                FROM units u LEFT JOIN sales s USING (item_id, store_id, day)""")).containsExactly("true|true|true|true|true|true");
    }

    @Test
    @DisplayName("has the mean price paid in each week, also of those ahead: as they will be")
    void prices() throws Exception {
        String recorded = """
                SELECT st.code AS store_id, p.sku AS item_id, c.wm_yr_wk, round(avg(d.unit_price), 2) AS mean
                FROM 'FOLDER/tables/sales_daily.csv' d JOIN 'FOLDER/tables/store.csv' st ON st.id = d.store_id
                JOIN 'FOLDER/tables/product.csv' p ON p.id = d.product_id
                JOIN 'FOLDER/m5/calendar.csv' c ON c.date = d.date WHERE d.date < DATE '2024-06-15' GROUP BY ALL""";
        assertThat(query(
                        folder,
                        "SELECT count(*) > 300, bool_and(coalesce(abs(s.sell_price - r.mean) < 0.006, false))"
                                + " FROM (" + recorded
                                + ") r LEFT JOIN 'FOLDER/m5/sell_prices.csv' s USING (store_id, item_id, wm_yr_wk)"))
                .containsExactly("true|true");
        // of whole weeks ahead the later dataset has records of nearly all days
        assertThat(query(folder, """
                SELECT count(*) > 30, avg(abs(s.sell_price - l.sell_price) / l.sell_price) < 0.01
                FROM 'FOLDER/later/sell_prices.csv' l JOIN 'FOLDER/m5/sell_prices.csv' s USING (store_id, item_id, wm_yr_wk)
                JOIN (SELECT wm_yr_wk, min(date) AS first FROM 'FOLDER/m5/calendar.csv' GROUP BY 1) w USING (wm_yr_wk)
                WHERE w.first > DATE '2024-06-18'""")).containsExactly("true|true");
        assertThat(query(folder, "SELECT max(wm_yr_wk) FROM 'FOLDER/m5/sell_prices.csv'"))
                .isEqualTo(query(folder, "SELECT max(wm_yr_wk) FROM 'FOLDER/m5/calendar.csv'"));
        assertThat(
                        query(
                                folder,
                                "SELECT count(*) - count(DISTINCT (store_id, item_id, wm_yr_wk)) FROM 'FOLDER/m5/sell_prices.csv'"))
                .containsExactly("0");
    }

    @Test
    @DisplayName("is the same whatever the number of workers")
    void workers() throws Exception {
        SeriesSelection all = SeriesSelection.all(PLAN);
        List<ExportTable> tables = Layout.M5.tables(PLAN, all, Table.SEVEN, false);
        Path alone = folder.resolve("alone");
        write(PLAN, all, tables, TextFormat.CSV, new Operational(1, 100_000), alone);
        assertThat(ExportedShop.files(alone)).isEqualTo(ExportedShop.files(folder.resolve("m5")));
    }
}
