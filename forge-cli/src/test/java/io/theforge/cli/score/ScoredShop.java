package io.theforge.cli.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.oracle.distribution.OracleSeries;
import io.theforge.oracle.metric.PinballLoss;
import io.theforge.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What tests of forecasts in files have in common: three stores, eight products, half a year in the embedded database. */
abstract class ScoredShop {
    static final String SHOP = """
            dimensions: {stores: {count: 3}, products: {count: 8}}
            date_range: {start: "2024-01-01", end: "2024-06-30"}
            time_series: {base_demand: 12, noise_sigma: 0.3}
            retail: {promotion_probability: 0.3, stockout_probability: 0.05}
            seed: 5
            """;
    static final String EMPTY_SHELVES = """
            dimensions: {stores: {count: 2}, products: {count: 20}}
            date_range: {start: "2024-01-01", end: "2024-06-30"}
            time_series: {base_demand: 12, noise_sigma: 0.3}
            retail: {stockout_probability: 0.3}
            seed: 5
            """;
    static final String HEADER = "date,store_code,sku,forecast\n";

    @TempDir
    static Path folder;

    @BeforeAll
    static void fill() throws Exception {
        Files.writeString(folder.resolve("shop.yaml"), SHOP);
        Ran made = Ran.in(folder, "--full-new", "--config", "shop.yaml", "--confirm");
        assertThat(made.exit()).as(made.err()).isZero();
    }

    static Path example(String name) {
        return Path.of("..", "examples", "score", name);
    }

    /** The forecasts of the example, written by DuckDB. @param change of the query's result, over "f" */
    static Path example(String file, String change, String options) throws Exception {
        String sql = Files.readString(example("seasonal_naive.sql")).replace(";", "");
        Path written = folder.resolve(file);
        try (Connection connection =
                        DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/forge.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (WITH f AS (" + sql + ") " + change + ") TO '" + written + "' " + options);
        }
        return written;
    }

    static Ran score(String file, String... more) {
        return Ran.in(
                folder,
                Stream.concat(Stream.of("score", file), List.of(more).stream()).toArray(String[]::new));
    }

    static JsonNode json(String file) {
        Ran ran = score(file, "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    /** A file with the last 28 days of every series. @param point from the day's median and what was sold */
    static void write(String file, BiFunction<Double, Double, Double> point) throws Exception {
        write(
                folder.resolve(file),
                SHOP,
                (series, d) -> point.apply((double) series.demand.quantile(0.5), series.sales[d]));
    }

    /** @param point from a series that knows the day */
    static void write(Path file, String shop, BiFunction<OracleSeries, Integer, Double> point) throws Exception {
        Plan plan = Plan.of(ConfigReader.parse(shop, "test").resolve(Overrides.NONE));
        OracleSeries series = new OracleSeries(plan);
        StringBuilder csv = new StringBuilder("date,store_code,sku,forecast,q0.05,q0.25,q0.5,q0.75,q0.95\n");
        for (int pair = 0; pair < plan.pairs(); pair++) {
            series.fill(pair);
            for (int d = plan.days() - 28; d < plan.days(); d++) {
                series.conditionOnMean(d);
                csv.append(plan.config().dateRange().start().plusDays(d)).append(',');
                csv.append(plan.stores().get(plan.storeOf(pair)).code()).append(',');
                csv.append(plan.products().get(plan.productOf(pair)).sku()).append(',');
                csv.append(point.apply(series, d));
                for (int q = 0; q < PinballLoss.COUNT; q++) {
                    csv.append(',').append(series.demand.quantile(PinballLoss.quantile(q)));
                }
                csv.append('\n');
            }
        }
        Files.writeString(file, csv);
    }
}
