package io.theforge.rag.agent.table;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The typed queries. Each has its SQL, which DuckDB and PostgreSQL both read, with values bound to it; nothing that a user writes becomes
 * SQL.
 */
public final class Tables {
    /** A store or a product has no more rows than fit here. */
    private static final int MOST = 10_000;

    private final Connection connection;

    public Tables(Connection connection) {
        this.connection = connection;
    }

    /** Returns the stores and products. */
    public Catalog catalog() throws SQLException {
        return new Catalog(
                rows(
                        "SELECT \"code\", \"name\", \"region\", \"city\", \"store_type\" FROM \"store\" ORDER BY \"code\"",
                        List.of(),
                        row -> new Catalog.Store(
                                text(row, 1), text(row, 2), row.getString(3), row.getString(4), row.getString(5))),
                rows(
                        "SELECT \"sku\", \"name\", \"category\", \"brand\", \"base_price\", \"base_cost\""
                                + " FROM \"product\" ORDER BY \"sku\"",
                        List.of(),
                        row -> new Catalog.Product(
                                text(row, 1),
                                text(row, 2),
                                row.getString(3),
                                row.getString(4),
                                row.getBigDecimal(5),
                                row.getBigDecimal(6))));
    }

    /** Returns a sum, or one for each group by its key; nothing where there are no rows. */
    public List<Figure> figures(FigureQuery query) throws SQLException {
        Scope scope = query.scope();
        Grouping grouping = query.grouping();
        List<Object> values =
                new ArrayList<>(List.of(query.period().from(), query.period().to()));
        StringBuilder where = new StringBuilder(" WHERE f.\"date\" BETWEEN ? AND ?");
        and(where, values, "t.\"code\"", scope.store());
        and(where, values, "t.\"region\"", scope.region());
        and(where, values, "p.\"sku\"", scope.sku());
        and(where, values, "p.\"category\"", scope.category());
        String sql = "SELECT "
                + (grouping == null ? "'' AS k, '' AS n" : grouping.key() + ", " + grouping.label())
                + ", CAST(" + query.metric().sum() + " AS decimal(24, 2))"
                + " FROM \"" + query.metric().table() + "\" f"
                + " JOIN \"store\" t ON t.\"id\" = f.\"store_id\" JOIN \"product\" p ON p.\"id\" = f.\"product_id\""
                + (grouping == Grouping.MONTH ? " JOIN \"calendar\" c ON c.\"date\" = f.\"date\"" : "")
                + where
                + (grouping == null ? "" : " GROUP BY " + grouping.key() + ", " + grouping.label())
                + " HAVING count(*) > 0 ORDER BY 1";
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : rows(sql, values, Tables::figure)) {
            figures.add(grouping == Grouping.MONTH ? byMonth(figure) : figure);
        }
        return figures;
    }

    /** Returns the regular price on a day, the store's own where it has one; null where none is known. @param store null for the chain */
    public @Nullable BigDecimal regularPrice(String sku, @Nullable String store, LocalDate day) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(sku, day, day));
        String sql = "SELECT h.\"price\" FROM \"price_history\" h JOIN \"product\" p ON p.\"id\" = h.\"product_id\""
                + " LEFT JOIN \"store\" t ON t.\"id\" = h.\"store_id\""
                + " WHERE p.\"sku\" = ? AND h.\"valid_from\" <= ? AND (h.\"valid_to\" IS NULL OR h.\"valid_to\" >= ?)"
                + " AND (h.\"store_id\" IS NULL";
        if (store != null) {
            sql += " OR t.\"code\" = ?";
            values.add(store);
        }
        sql += ") ORDER BY CASE WHEN h.\"store_id\" IS NULL THEN 1 ELSE 0 END, h.\"valid_from\" DESC LIMIT 1";
        List<BigDecimal> prices = rows(sql, values, row -> Objects.requireNonNull(row.getBigDecimal(1)));
        return prices.isEmpty() ? null : prices.get(0);
    }

    /** Returns the promotions of a product that begin in a period, by their first day. */
    public List<Promotion> promotions(String sku, Period period) throws SQLException {
        String sql =
                "SELECT t.\"code\", m.\"discount_pct\" * 100, m.\"discount_amount\", m.\"start_date\", m.\"end_date\""
                        + " FROM \"promotion\" m JOIN \"product\" p ON p.\"id\" = m.\"product_id\""
                        + " LEFT JOIN \"store\" t ON t.\"id\" = m.\"store_id\""
                        + " WHERE p.\"sku\" = ? AND m.\"start_date\" BETWEEN ? AND ? ORDER BY m.\"start_date\", t.\"code\"";
        return rows(
                sql,
                List.of(sku, period.from(), period.to()),
                row -> new Promotion(
                        sku, row.getString(1), row.getBigDecimal(2), row.getBigDecimal(3), day(row, 4), day(row, 5)));
    }

    /** Returns the longest stockouts that began in a store in a period: several where they are equally long. */
    public List<Stockout> longestStockouts(String store, Period period) throws SQLException {
        String sql = "WITH empty AS (SELECT p.\"sku\" AS sku, f.\"date\" AS day, f.\"date\" - CAST(row_number()"
                + " OVER (PARTITION BY p.\"sku\" ORDER BY f.\"date\") AS integer) AS run"
                + " FROM \"inventory_snapshot_daily\" f JOIN \"store\" t ON t.\"id\" = f.\"store_id\""
                + " JOIN \"product\" p ON p.\"id\" = f.\"product_id\" WHERE t.\"code\" = ? AND f.\"is_stockout\"),"
                + " runs AS (SELECT sku, min(day) AS first_day, CAST(count(*) AS integer) AS days FROM empty GROUP BY sku, run),"
                + " begun AS (SELECT * FROM runs WHERE first_day BETWEEN ? AND ?)"
                + " SELECT sku, first_day, days FROM begun WHERE days = (SELECT max(days) FROM begun) ORDER BY first_day, sku";
        return rows(
                sql,
                List.of(store, period.from(), period.to()),
                row -> new Stockout(text(row, 1), day(row, 2), row.getInt(3)));
    }

    /** Returns the first and the last day on which a product was sold; null where it never was. */
    public @Nullable Period sold(String sku) throws SQLException {
        String sql = "SELECT min(f.\"date\"), max(f.\"date\") FROM \"sales_daily\" f"
                + " JOIN \"product\" p ON p.\"id\" = f.\"product_id\" WHERE p.\"sku\" = ? AND f.\"quantity\" > 0"
                + " HAVING count(*) > 0";
        List<Period> periods = rows(sql, List.of(sku), row -> new Period(day(row, 1), day(row, 2)));
        return periods.isEmpty() ? null : periods.get(0);
    }

    /** Returns the holidays by their days. */
    public List<Holiday> holidays() throws SQLException {
        return rows(
                "SELECT \"date\", \"holiday_name\" FROM \"calendar\""
                        + " WHERE \"is_holiday\" AND \"holiday_name\" IS NOT NULL ORDER BY \"date\"",
                List.of(),
                row -> new Holiday(text(row, 2), day(row, 1)));
    }

    private static void and(StringBuilder where, List<Object> values, String column, @Nullable String value) {
        if (value != null) {
            where.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(text(row, 1), text(row, 2), row.getBigDecimal(3));
    }

    private static Figure byMonth(Figure figure) {
        int month = Integer.parseInt(figure.key());
        String key = YearMonth.of(month / 100, month % 100).toString();
        return new Figure(key, key, figure.value());
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, List<Object> values, Row<T> row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.setMaxRows(MOST);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.of(result));
                }
            }
            return rows;
        }
    }
}
