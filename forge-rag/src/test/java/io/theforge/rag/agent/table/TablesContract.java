package io.theforge.rag.agent.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The typed queries, on whatever database. */
abstract class TablesContract {
    private static final Period MARCH = Period.of(YearMonth.of(2024, 3));
    private static final Period SPRING = new Period(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 5, 31));

    abstract Connection connection() throws SQLException;

    private Tables tables() throws SQLException {
        return new Tables(connection());
    }

    private List<String> figures(Metric metric, Scope scope, Period period, Grouping grouping) throws SQLException {
        return tables().figures(new FigureQuery(metric, scope, period, grouping)).stream()
                .map(figure -> figure.key() + " " + figure.name() + " " + figure.value())
                .toList();
    }

    private String figure(Metric metric, Scope scope, Period period) throws SQLException {
        return figures(metric, scope, period, null).get(0).strip();
    }

    @Test
    @DisplayName("units, revenue and stockout days are summed up over a period")
    void sums() throws SQLException {
        assertThat(figure(Metric.UNITS, Scope.ALL, MARCH)).isEqualTo("2400.00");
        assertThat(figure(Metric.REVENUE, Scope.ALL, MARCH)).isEqualTo("7450.00");
        assertThat(figure(Metric.STOCKOUT_DAYS, Scope.ALL, MARCH)).isEqualTo("3.00");
    }

    @Test
    @DisplayName("a store, a product, a category and a region narrow a sum")
    void scopes() throws SQLException {
        assertThat(figure(Metric.UNITS, Scope.ofStore("S1"), MARCH)).isEqualTo("1400.00");
        assertThat(figure(Metric.UNITS, Scope.ofProduct("P1"), MARCH)).isEqualTo("1700.00");
        assertThat(figure(Metric.UNITS, Scope.ofCategory("Bakery"), MARCH)).isEqualTo("300.00");
        assertThat(figure(Metric.UNITS, new Scope("S2", "P1", "Fruit", "North"), MARCH))
                .isEqualTo("700.00");
        assertThat(figure(Metric.UNITS, new Scope(null, null, null, "North"), Period.ofDay(LocalDate.of(2024, 3, 2))))
                .isEqualTo("1100.00");
    }

    @Test
    @DisplayName("where there are no rows there is no figure, and where nothing was sold it is 0")
    void nothing() throws SQLException {
        assertThat(figures(Metric.UNITS, Scope.ofStore("S1"), Period.ofYear(2020), null))
                .isEmpty();
        assertThat(figure(Metric.UNITS, Scope.ofStore("S2"), Period.of(YearMonth.of(2024, 4))))
                .isEqualTo("0.00");
    }

    @Test
    @DisplayName("figures are told by store, product, category, region or month")
    void groups() throws SQLException {
        assertThat(figures(Metric.UNITS, Scope.ALL, MARCH, Grouping.STORE))
                .containsExactly("S1 Harbour Market 1400.00", "S2 Hill Market 1000.00");
        assertThat(figures(Metric.UNITS, Scope.ALL, MARCH, Grouping.PRODUCT))
                .containsExactly("P1 Green Apples 1 kg 1700.00", "P2 Red Apples 1 kg 400.00", "P3 Rye Bread 300.00");
        assertThat(figures(Metric.REVENUE, Scope.ALL, MARCH, Grouping.CATEGORY))
                .containsExactly("Bakery Bakery 750.00", "Fruit Fruit 6700.00");
        assertThat(figures(Metric.REVENUE, Scope.ALL, MARCH, Grouping.REGION)).containsExactly("North North 7450.00");
        assertThat(figures(Metric.UNITS, Scope.ofProduct("P1"), SPRING, Grouping.MONTH))
                .containsExactly("2024-03 2024-03 1700.00", "2024-04 2024-04 1100.00", "2024-05 2024-05 1500.00");
    }

    @Test
    @DisplayName("the regular price of a day is the store's own where it has one, else the chain's")
    void prices() throws SQLException {
        LocalDate march = LocalDate.of(2024, 3, 15);
        assertThat(tables().regularPrice("P1", null, march)).isEqualByComparingTo("3.00");
        assertThat(tables().regularPrice("P1", "S1", march)).isEqualByComparingTo("3.00");
        assertThat(tables().regularPrice("P1", "S2", march)).isEqualByComparingTo("2.90");
        assertThat(tables().regularPrice("P1", null, LocalDate.of(2025, 1, 1))).isEqualByComparingTo("3.20");
        assertThat(tables().regularPrice("P1", null, LocalDate.of(2020, 1, 1))).isNull();
    }

    @Test
    @DisplayName("promotions are those that begin in the period, their discount in per cent or as an amount")
    void promotions() throws SQLException {
        List<Promotion> promotions = tables().promotions("P1", Period.of(YearMonth.of(2024, 4)));
        assertThat(promotions).hasSize(2);
        assertThat(promotions.get(0).percent()).isEqualByComparingTo("20");
        assertThat(promotions.get(0).store()).isNull();
        assertThat(promotions.get(1).amount()).isEqualByComparingTo("0.50");
        assertThat(promotions.get(1).end()).isEqualTo("2024-04-05");
        assertThat(tables().promotions("P1", MARCH)).isEmpty();
    }

    @Test
    @DisplayName("the longest stockout is counted in days in a row, from the day on which it began")
    void stockouts() throws SQLException {
        assertThat(tables().longestStockouts("S1", MARCH))
                .containsExactly(new Stockout("P1", LocalDate.of(2024, 3, 1), 2));
        assertThat(tables().longestStockouts("S2", MARCH)).isEmpty();
    }

    @Test
    @DisplayName("the first and last sale of a product leave out days on which nothing was sold")
    void sold() throws SQLException {
        assertThat(tables().sold("P3")).isEqualTo(Period.ofDay(LocalDate.of(2024, 3, 3)));
        assertThat(tables().sold("P9")).isNull();
    }

    @Test
    @DisplayName("the catalog has stores and products by their codes, and the calendar its holidays")
    void catalog() throws SQLException {
        Catalog catalog = tables().catalog();
        assertThat(catalog.stores()).extracting(Catalog.Store::code).containsExactly("S1", "S2", "S3");
        assertThat(catalog.categories()).containsExactly("Fruit", "Bakery");
        assertThat(catalog.product("P2").basePrice()).isEqualByComparingTo("4.00");
        assertThat(tables().holidays()).containsExactly(new Holiday("Harbour Day", LocalDate.of(2024, 3, 2)));
    }

    @Test
    @DisplayName("what looks like SQL is a value that no row has")
    void values() throws SQLException {
        String evil = "S1' OR '1'='1'; DROP TABLE store; --";
        assertThat(figures(Metric.UNITS, Scope.ofStore(evil), MARCH, null)).isEmpty();
        assertThat(tables().longestStockouts(evil, MARCH)).isEmpty();
        assertThat(tables().promotions(evil, MARCH)).isEmpty();
        assertThat(tables().catalog().stores()).hasSize(3);
    }
}
