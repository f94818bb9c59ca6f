package io.theforge.database.recovery;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.plan.Plan;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dataset in a DuckDB file, as somebody reads it who has only the seven tables. */
final class LoadedShop {
    /** Series that sell fewer units a day are left out: logs of small counts are biased. */
    static final int ENOUGH_UNITS_A_DAY = 60;

    /** A product that launched sells in full long before. */
    static final int MATURE_DAYS = 120;

    /** Sales with the regular price in force (the store's own before the chain's), the promotion and the stock. */
    private static final String DAYS = """
            SELECT s.store_id, s.product_id, s.date, s.quantity, i.on_hand_qty = 0 AS stockout,
                coalesce(own.price, chain.price) AS regular_price, p.base_price,
                EXISTS (SELECT 1 FROM promotion m WHERE m.product_id = s.product_id
                    AND (m.store_id IS NULL OR m.store_id = s.store_id)
                    AND s.date BETWEEN m.start_date AND m.end_date) AS promoted,
                launch.date AS launch
            FROM sales_daily s
            JOIN (SELECT store_id, product_id FROM sales_daily GROUP BY store_id, product_id
                HAVING avg(quantity) >= %d) enough
                ON enough.store_id = s.store_id AND enough.product_id = s.product_id
            JOIN product p ON p.id = s.product_id
            JOIN inventory_snapshot_daily i
                ON i.date = s.date AND i.store_id = s.store_id AND i.product_id = s.product_id
            JOIN (SELECT product_id, min(date) AS date FROM inventory_snapshot_daily GROUP BY product_id) launch
                ON launch.product_id = s.product_id
            JOIN price_history chain ON chain.product_id = s.product_id AND chain.store_id IS NULL
                AND s.date BETWEEN chain.valid_from AND coalesce(chain.valid_to, s.date)
            LEFT JOIN price_history own ON own.product_id = s.product_id AND own.store_id = s.store_id
                AND s.date BETWEEN own.valid_from AND coalesce(own.valid_to, s.date)
            ORDER BY s.store_id, s.product_id, s.date""".replace("%d", "" + ENOUGH_UNITS_A_DAY);

    /**
     * A row of sales.
     *
     * @param series counted from 0
     * @param stockout the day ended with nothing on hand, so what was asked for is not known
     * @param logPrice of the regular price over the base price
     * @param age days since the product's first day anywhere; of one that was there from the start, no less than {@link #MATURE_DAYS}
     */
    record Day(int series, LocalDate date, int units, boolean stockout, double logPrice, boolean promoted, int age) {
        double logUnits() {
            return Math.log(Math.max(0.5, units));
        }
    }

    final ForgeConfig config;
    final LocalDate start;
    final List<Day> days = new ArrayList<>();
    private final Map<Long, Integer> series = new HashMap<>();
    private final Path file;

    /** Makes the dataset and reads it back. */
    LoadedShop(Path folder, String yaml) throws SQLException {
        config = ConfigReader.parse(yaml, "test").resolve(Overrides.NONE);
        start = config.dateRange().start();
        file = folder.resolve("shop.duckdb");
        try (Warehouse warehouse = Warehouse.of(new DatabaseUrl(file, null))) {
            warehouse.fullNew(Plan.of(config), Shops.WORK, Shops.SILENT);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DAYS)) {
            while (row.next()) {
                days.add(day(row));
            }
        }
    }

    private Day day(ResultSet row) throws SQLException {
        LocalDate date = row.getObject("date", LocalDate.class);
        LocalDate launch = row.getObject("launch", LocalDate.class);
        return new Day(
                series.computeIfAbsent(row.getLong("store_id") << 32 | row.getLong("product_id"), k -> series.size()),
                date,
                row.getInt("quantity"),
                row.getBoolean("stockout"),
                Math.log(row.getDouble("regular_price") / row.getDouble("base_price")),
                row.getBoolean("promoted"),
                (int) ChronoUnit.DAYS.between(launch, date) + (launch.equals(start) ? MATURE_DAYS : 0));
    }

    int series() {
        return series.size();
    }

    /** The columns of the only row of a query. */
    double[] figures(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            double[] figures = new double[row.getMetaData().getColumnCount()];
            for (int i = 0; i < figures.length; i++) {
                figures[i] = row.getDouble(i + 1);
            }
            return figures;
        }
    }
}
