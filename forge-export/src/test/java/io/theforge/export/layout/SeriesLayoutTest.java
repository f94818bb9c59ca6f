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

@DisplayName("The layout series")
class SeriesLayoutTest {
    /** Gaps, sparse pairs, launches and ends, promotions of both kinds; the horizon is that of the longer one. */
    private static final String SHOP = """
            dimensions: {stores: {count: 4}, products: {count: 12}}
            date_range: {start: 2024-01-01, end: 2024-%s, horizon: 2024-12-31}
            retail: {promotion_probability: 0.6, price_change_probability: 0.4, new_product_share: 0.3, discontinued_share: 0.3, stockout_probability: 0.1}
            sparsity: {missing_combinations_pct: 0.2, missing_days_pct: 0.02, random_gaps_per_series: 2}
            """;

    private static final String END = "05-20";
    private static final String LATER = "06-17";

    @TempDir
    private static Path folder;

    private static final Plan PLAN = ExportedShop.plan(SHOP.formatted(END));

    @BeforeAll
    static void export() throws Exception {
        write(PLAN, Layout.SERIES, TextFormat.CSV, folder.resolve("series"));
        write(PLAN, Layout.TABLES, TextFormat.CSV, folder.resolve("tables"));
        write(ExportedShop.plan(SHOP.formatted(LATER)), Layout.SERIES, TextFormat.CSV, folder.resolve("later"));
    }

    @Test
    @DisplayName("has the row of each record: what was sold, paid, on promotion and on hand")
    void rows() throws Exception {
        String joined = """
                WITH sales AS (
                    SELECT st.code || '/' || p.sku AS unique_id, d.date AS ds, d.quantity AS y, d.unit_price AS price,
                        (SELECT h.price FROM 'FOLDER/tables/price_history.csv' h WHERE h.product_id = d.product_id
                            AND (h.store_id IS NULL OR h.store_id = d.store_id) AND d.date >= h.valid_from
                            AND (h.valid_to IS NULL OR d.date <= h.valid_to)
                            ORDER BY h.store_id NULLS LAST LIMIT 1) AS regular,
                        (SELECT count(*) FROM 'FOLDER/tables/promotion.csv' m WHERE m.product_id = d.product_id
                            AND (m.store_id IS NULL OR m.store_id = d.store_id)
                            AND d.date BETWEEN m.start_date AND m.end_date) AS promotion,
                        CAST(c.is_holiday AS integer) AS holiday, i.on_hand_qty AS on_hand,
                        CAST(i.is_stockout AS integer) AS stockout
                    FROM 'FOLDER/tables/sales_daily.csv' d JOIN 'FOLDER/tables/store.csv' st ON st.id = d.store_id
                    JOIN 'FOLDER/tables/product.csv' p ON p.id = d.product_id
                    JOIN 'FOLDER/tables/calendar.csv' c ON c.date = d.date
                    JOIN 'FOLDER/tables/inventory_snapshot_daily.csv' i
                        ON i.date = d.date AND i.store_id = d.store_id AND i.product_id = d.product_id)
                SELECT count(*), count(s.y), sum(s.y) = sum(t.y), sum(t.promotion) > 0, sum(t.holiday) > 0, sum(t.stockout) > 0,
                    count(*) FILTER (s.y = t.y AND s.price = t.price AND s.promotion = t.promotion AND s.holiday = t.holiday
                        AND s.on_hand = t.on_hand AND s.stockout = t.stockout
                        AND s.discount = round(CAST(t.regular - t.price AS decimal(18, 10)) / t.regular, 4))
                FROM 'FOLDER/series/series.csv' s FULL JOIN sales t USING (unique_id, ds)""";
        String rows = query(folder, "SELECT count(*) FROM 'FOLDER/tables/sales_daily.csv'")
                .get(0);
        assertThat(query(folder, joined)).containsExactly(rows + "|" + rows + "|true|true|true|true|" + rows);
    }

    @Test
    @DisplayName("knows the attributes of each series, and of no other")
    void attributes() throws Exception {
        assertThat(query(folder, """
                SELECT count(*), count(DISTINCT a.unique_id), bool_and(a.n = 1),
                    bool_and(a.region = st.region AND a.city = st.city AND a.store_type = st.store_type
                        AND a.category = p.category AND a.brand = p.brand AND a.base_price = p.base_price)
                FROM (SELECT *, count(*) OVER (PARTITION BY unique_id) AS n FROM 'FOLDER/series/static.csv') a
                JOIN 'FOLDER/tables/store.csv' st ON st.code = a.store_code
                JOIN 'FOLDER/tables/product.csv' p ON p.sku = a.sku""")).isEqualTo(query(folder, """
                        SELECT count(DISTINCT unique_id), count(DISTINCT unique_id), true, true FROM 'FOLDER/series/series.csv'"""));
    }

    @Test
    @DisplayName("lays out the 28 days ahead, a row a day for each series that goes on")
    void daysAhead() throws Exception {
        assertThat(query(folder, """
                SELECT min(ds), max(ds), count(*) = 28 * count(DISTINCT unique_id), count(*) > 500,
                    count(*) FILTER (unique_id NOT IN (SELECT unique_id FROM 'FOLDER/series/series.csv'))
                FROM 'FOLDER/series/future.csv'"""))
                .containsExactly("2024-05-21|" + LocalDate.of(2024, 5, 20).plusDays(28) + "|true|true|0");
    }

    @Test
    @DisplayName("knows of the days ahead what an append of them with the same seed gives")
    void asAppended() throws Exception {
        assertThat(query(folder, """
                SELECT count(*) > 400, bool_and(coalesce(f.price = s.price AND f.discount = s.discount
                    AND f.promotion = s.promotion AND f.holiday = s.holiday, false)), sum(s.promotion) > 0, sum(s.holiday) > 0
                FROM 'FOLDER/later/series.csv' s LEFT JOIN 'FOLDER/series/future.csv' f USING (unique_id, ds)
                WHERE s.ds > DATE '2024-05-20'
                    AND s.unique_id IN (SELECT unique_id FROM 'FOLDER/series/series.csv')""")).containsExactly("true|true|true|true");
    }

    @Test
    @DisplayName("is the same whatever the number of workers")
    void workers() throws Exception {
        SeriesSelection all = SeriesSelection.all(PLAN);
        List<ExportTable> tables = Layout.SERIES.tables(PLAN, all, Table.SEVEN, false);
        Path alone = folder.resolve("alone");
        write(PLAN, all, tables, TextFormat.CSV, new Operational(1, 100_000), alone);
        assertThat(ExportedShop.files(alone)).isEqualTo(ExportedShop.files(folder.resolve("series")));
    }

    @Test
    @DisplayName("goes with the answer key in a folder of its own")
    void truth() throws Exception {
        SeriesSelection some = SeriesSelection.spread(PLAN, 5);
        Path out = folder.resolve("with-truth");
        write(PLAN, some, Layout.SERIES.tables(PLAN, some, Table.SEVEN, true), TextFormat.CSV, ExportedShop.WORK, out);
        assertThat(ExportedShop.files(out))
                .containsOnlyKeys("future.csv", "series.csv", "static.csv", "truth/truth_daily.csv");
        assertThat(query(out, "SELECT count(DISTINCT unique_id) FROM 'FOLDER/series.csv'"))
                .containsExactly("5");
        assertThat(query(out, "SELECT count(DISTINCT (store_id, product_id)) FROM 'FOLDER/truth/truth_daily.csv'"))
                .containsExactly("5");
    }

    @Test
    @DisplayName("begins with the columns that Nixtla's libraries ask for")
    void header() throws Exception {
        assertThat(Files.readAllLines(folder.resolve("series/series.csv")).get(0))
                .isEqualTo("unique_id,ds,y,price,discount,promotion,holiday,on_hand,stockout");
        assertThat(Files.readAllLines(folder.resolve("series/future.csv")).get(0))
                .isEqualTo("unique_id,ds,price,discount,promotion,holiday");
    }
}
