package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Segment;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every target promises when demand moves in time: a dataset made in steps is the dataset made at once, and so is its answer key. */
public abstract class MovingDemandContract extends SharedDatabase {
    private static final LocalDate BORDER = LocalDate.of(2024, 6, 18);

    /** Everything that crosses a border: knots of the drift, weeks, absences of a quarter of the pairs, pay days. */
    private static final String SHOP = """
            dimensions: {stores: {count: 3}, products: {count: 6}}
            date_range: {start: "2024-01-10", end: "2024-11-20", horizon: "2024-09-30"}
            time_series: {base_demand: 6, noise_sigma: 0.3, noise_product_share: 0.4,
              drift: {product_sigma: 0.3, series_sigma: 0.3},
              weekly_noise: {series_sigma: 0.1, product_sigma: 0.2, store_sigma: 0.1},
              weekday_spread: {category_sigma: 0.1, store_sigma: 0.1, series_sigma: 0.1}, season_spread: {category_sigma: 0.1}}
            absences: {series_probability: 0.6, product_probability: 0.3, median_days: 30, length_spread: 0.8, cleared_share: 0.5}
            calendar_effects: [{name: pay days, days_of_month: [1, 15], factors: {-1: 0.9, 0: 1.3}, regions: [North]}]
            retail: {promotion_probability: 0.3, stockout_probability: 0.1, stockout_behavior: %s, new_product_share: 0.3}
            promotions: {campaigns_per_month: 8, advertised_share: 0.5, depth_mean: 0.3}
            seed: 17
            """;

    private static ForgeConfig until(String behavior, LocalDate end, Segment... segments) {
        return ConfigReader.parse(SHOP.formatted(behavior), "test")
                .resolve(Overrides.NONE)
                .with(end, List.of(segments));
    }

    private OperationReport fill(ForgeConfig config) {
        return warehouse().withTruth().fullNew(Plan.of(config), Shops.WORK, Shops.SILENT);
    }

    private OperationReport append(@Nullable LocalDate start, LocalDate end, @Nullable Long seed) {
        return warehouse().append(new AppendRequest(start, end, seed, true), Shops.WORK, Shops.SILENT);
    }

    private static @Nullable String truth(OperationReport report) {
        return Objects.requireNonNull(report.tables().get(Table.TRUTH_DAILY)).fingerprint();
    }

    private void assertSameAs(ForgeConfig whole, OperationReport steps) {
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() == Check.Status.FAILED)
                .filteredOn(check -> !check.name().endsWith(".stockout_share")) // needs more days than a small shop has
                .isEmpty();
        OperationReport atOnce = fill(whole);
        assertThat(steps.fingerprint()).isEqualTo(atOnce.fingerprint());
        assertThat(truth(steps)).isEqualTo(truth(atOnce));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero 1 13 14 1 70", "zero 99", "backlog 3 11 85"})
    void aDatasetMadeInStepsIsTheDatasetMadeAtOnce(String behaviorAndSteps) throws SQLException {
        String[] words = behaviorAndSteps.split(" ");
        OperationReport last = fill(until(words[0], BORDER));
        LocalDate end = BORDER;
        for (String days : List.of(words).subList(1, words.length)) {
            end = end.plusDays(Long.parseLong(days));
            last = append(null, end, null);
        }

        assertThat(number("SELECT count(*) FROM theforge.truth_daily WHERE absence_factor = 0"))
                .isPositive();
        assertThat(number("SELECT count(*) FROM theforge.truth_daily WHERE absence_factor = 0 AND latent_demand > 0"))
                .isZero();
        assertThat(number(
                        "SELECT count(*) FROM (SELECT store_id, product_id FROM theforge.truth_daily WHERE absence_factor = 0"
                                + " AND date IN (DATE '" + BORDER + "', DATE '" + BORDER.plusDays(1)
                                + "') GROUP BY store_id, product_id HAVING count(*) = 2) away"))
                .as("absences over the border")
                .isPositive();
        assertSameAs(until(words[0], end), last);
    }

    @Test
    void withSeedsOfTheirOwnTheStepsAreTheRecordedConfigurationMadeAtOnce() {
        fill(until("zero", BORDER));
        append(null, BORDER.plusDays(40), 7L);
        OperationReport last = append(null, BORDER.plusDays(120), 8L);

        assertSameAs(
                until(
                        "zero",
                        BORDER.plusDays(120),
                        new Segment(BORDER.plusDays(1), 7),
                        new Segment(BORDER.plusDays(41), 8)),
                last);
    }

    @Test
    void daysThatAreDrawnAgainLeaveThoseBeforeThemAsTheyAre() throws SQLException {
        fill(until("zero", BORDER.plusDays(60)));
        String before =
                "SELECT CAST(sum(drift_factor * weekly_noise_factor) * 1000000 AS bigint) FROM theforge.truth_daily"
                        + " WHERE date < DATE '" + BORDER + "'";
        long was = number(before);

        OperationReport redrawn = append(BORDER, BORDER.plusDays(60), 5L);

        assertThat(number(before)).isEqualTo(was);
        assertSameAs(until("zero", BORDER.plusDays(60), new Segment(BORDER, 5)), redrawn);
    }
}
