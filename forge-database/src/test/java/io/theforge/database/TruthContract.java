package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Segment;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every target promises of the answer key. Each test starts with a database that does not exist or is empty. */
public abstract class TruthContract extends SharedDatabase {
    private static final LocalDate BORDER = LocalDate.of(2024, 3, 12);
    private static final LocalDate END = LocalDate.of(2024, 5, 20);
    private static final String SHOP = """
            dimensions: {stores: {count: 3}, products: {count: 9}}
            date_range: {start: "2024-01-10", end: "2024-05-20", horizon: "2024-04-30"}
            time_series: {base_demand: 8, noise_sigma: 0.3, anomaly_probability: 0.1, noise_store_share: 0.3}
            retail: {promotion_probability: 0.4, stockout_probability: 0.2, stockout_behavior: %s,
              lift_from_siblings: 0.3, lift_from_other_weeks: 0.3,
              price_change_probability: 0.5, new_product_share: 0.3, discontinued_share: 0.3, price_elasticity: -2}
            sparsity: {missing_combinations_pct: 0.2, random_gaps_per_series: 2, missing_days_pct: 0.05}
            shocks: [{name: flood, start: "2024-02-01", end: "2024-02-20", factor: 0.4, ramp_up_days: 3, regions: [North]}]
            seed: 11
            """;

    private static ForgeConfig until(String behavior, LocalDate end, Segment... segments) {
        return ConfigReader.parse(SHOP.formatted(behavior), "test")
                .resolve(Overrides.NONE)
                .with(end, List.of(segments));
    }

    private static OperationReport fill(Warehouse warehouse, LocalDate end, Segment... segments) {
        return warehouse.fullNew(Plan.of(until("backlog", end, segments)), Shops.WORK, Shops.SILENT);
    }

    private OperationReport append(Warehouse warehouse, @Nullable LocalDate start, LocalDate end, @Nullable Long seed) {
        AppendRequest request = new AppendRequest(start, end, seed, true);
        OperationReport planned = warehouse.planAppend(request);
        OperationReport report = warehouse.append(request, Shops.WORK, Shops.SILENT);
        assertThat(counts(planned)).isEqualTo(counts(report));
        return report;
    }

    private static List<Long> counts(OperationReport report) {
        OperationReport.TableChange change = report.tables().get(Table.TRUTH_DAILY);
        return change == null
                ? List.of()
                : List.of(change.rowsBefore(), change.deleted(), change.inserted(), change.rowsAfter());
    }

    private static @Nullable String truth(OperationReport report) {
        return Objects.requireNonNull(report.tables().get(Table.TRUTH_DAILY)).fingerprint();
    }

    private boolean isThere() throws SQLException {
        return number("SELECT count(*) FROM information_schema.tables WHERE table_name = 'truth_daily'") > 0;
    }

    private List<String> failed() {
        return warehouse().verify(Shops.SILENT).checks().stream()
                .filter(check -> check.status() == Check.Status.FAILED)
                .map(Check::name)
                .filter(name -> !name.endsWith(".stockout_share")) // needs more days than a small shop has
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero", "backlog"})
    void theTruthIsBesideTheSameDatasetAndHoldsWithEveryLaw(String behavior) throws SQLException {
        Plan plan = Plan.of(until(behavior, END));
        OperationReport without = warehouse().fullNew(plan, Shops.WORK, Shops.SILENT);
        assertThat(isThere()).as("never unless asked for").isFalse();
        assertThat(without.tables()).doesNotContainKey(Table.TRUTH_DAILY);
        OperationReport planned = warehouse().withTruth().planFullNew(plan);

        OperationReport with = warehouse().withTruth().fullNew(plan, Shops.WORK, Shops.SILENT);

        assertThat(counts(planned)).isEqualTo(counts(with));
        assertThat(with.fingerprint()).isEqualTo(without.fingerprint());
        assertThat(number("SELECT count(*) FROM theforge.truth_daily"))
                .isEqualTo(counts(with).get(2));
        assertThat(number("SELECT count(*) FROM theforge.truth_daily WHERE not_recorded = 'sparse pair'"))
                .isPositive();
        assertThat(number("SELECT count(*) FROM theforge.truth_daily WHERE not_recorded = 'gap'"))
                .isPositive();
        assertThat(number("SELECT count(*) FROM theforge.truth_daily WHERE not_recorded IS NULL"))
                .isEqualTo(number("SELECT count(*) FROM sales_daily"));
        assertThat(failed()).isEmpty();
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.name().startsWith("truth_daily"))
                .hasSize(6);
    }

    @Test
    void aDatasetWithoutTruthTakesThePlaceOfOneWithItWhole() throws SQLException {
        fill(warehouse().withTruth(), BORDER);

        OperationReport report = fill(warehouse(), BORDER);

        assertThat(counts(report).get(1)).isPositive();
        assertThat(counts(report).get(3)).isZero();
        assertThat(number("SELECT count(*) FROM theforge.truth_daily")).isZero();
        assertThat(failed()).isEmpty();
    }

    @Test
    void aTableThatSomebodyHasDroppedIsNoAnswerKeyAndCanBeWrittenAgain() throws SQLException {
        String truth = truth(fill(warehouse().withTruth(), END));
        change("DROP TABLE theforge.truth_daily");

        assertThat(failed()).isEmpty();
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() == Check.Status.WARNING)
                .extracting(Check::name)
                .contains("truth_daily.recorded");
        assertThat(warehouse().status().rows()).doesNotContainKey(Table.TRUTH_DAILY);
        assertThat(append(warehouse(), null, END, null).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(truth(append(warehouse().withTruth(), BORDER, END, null))).isEqualTo(truth);
        assertThat(failed()).isEmpty();
        change("DROP TABLE theforge.truth_daily");
        assertThat(fill(warehouse(), BORDER).outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(warehouse()
                        .delete(new Deletion(Deletion.Scope.FACTS, false, null), Shops.SILENT)
                        .outcome())
                .isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void aTableOfThatNameThatIsSomebodyElsesIsLeftAloneAndStandsInTheWayOfTheTruthOnly() throws SQLException {
        fill(warehouse(), BORDER);
        change("CREATE TABLE theforge.truth_daily (note varchar PRIMARY KEY)");
        change("INSERT INTO theforge.truth_daily VALUES ('mine')");

        fill(warehouse(), BORDER);
        append(warehouse(), null, BORDER.plusDays(2), null);
        assertThatThrownBy(() -> fill(warehouse().withTruth(), BORDER))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("theforge.truth_daily");
        assertThatThrownBy(() -> append(warehouse().withTruth(), null, END, null))
                .isInstanceOf(RefusedException.class);
        warehouse().delete(new Deletion(Deletion.Scope.ALL, false, null), Shops.SILENT);

        assertThat(number("SELECT count(*) FROM theforge.truth_daily WHERE note = 'mine'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"true,", "false,", "false, 99"})
    void theTruthOfAnExtendedDatasetIsThatOfTheWhole(boolean askedForAgain, @Nullable Long seed) {
        fill(warehouse().withTruth(), BORDER);
        LocalDate middle = BORDER.plusDays(17);
        append(askedForAgain ? warehouse().withTruth() : warehouse(), null, middle, null);
        OperationReport last = append(warehouse(), null, END, seed);
        assertThat(failed()).isEmpty();

        OperationReport whole = seed == null
                ? fill(warehouse().withTruth(), END)
                : fill(warehouse().withTruth(), END, new Segment(middle.plusDays(1), seed));

        assertThat(truth(last)).isEqualTo(truth(whole));
        assertThat(last.fingerprint()).isEqualTo(whole.fingerprint());
    }

    @Test
    void anAppendTellsTheWholeTruthWhereThereIsNoneAndDoesNothingTheSecondTime() {
        fill(warehouse(), BORDER);
        assertThat(append(warehouse(), null, BORDER.plusDays(1), null).tables()).doesNotContainKey(Table.TRUTH_DAILY);

        OperationReport told = append(warehouse().withTruth(), BORDER, END, null);
        OperationReport again = append(warehouse().withTruth(), BORDER, END, null);

        assertThat(failed()).isEmpty();
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(truth(fill(warehouse().withTruth(), END))).isEqualTo(truth(told));
    }

    @Test
    void daysThatAreDrawnAgainGetAnotherTruth() {
        fill(warehouse().withTruth(), END);

        OperationReport redrawn = append(warehouse(), BORDER, END, 5L);

        assertThat(failed()).isEmpty();
        assertThat(truth(fill(warehouse().withTruth(), END, new Segment(BORDER, 5))))
                .isEqualTo(truth(redrawn));
    }

    @Test
    void theTruthGoesWithTheFacts() throws SQLException {
        fill(warehouse().withTruth(), BORDER);

        OperationReport deleted = warehouse().delete(new Deletion(Deletion.Scope.FACTS, false, null), Shops.SILENT);

        assertThat(counts(deleted).get(1)).isPositive();
        assertThat(number("SELECT count(*) FROM theforge.truth_daily")).isZero();
        assertThat(failed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price_factor = price_factor * 1.0000000000000002 | factors_multiply",
                "units_sold = units_sold + 1 | sold_follows",
                "latent_demand = latent_demand + 1 | sold_follows",
                "not_recorded = 'gap' | sales_recorded",
                "date = date + 400 | complete",
                "available_qty = available_qty + 1, latent_demand = 0, units_sold = 0, units_lost = 0 | shelf",
                "noise_factor = noise_factor * 2 | fingerprint",
            })
    void aTruthThatIsNoneIsFound(String change, String check) throws SQLException {
        fill(warehouse().withTruth(), BORDER);
        try (Connection host = host()) {
            Sql.on(host)
                    .run(
                            "UPDATE theforge.truth_daily SET " + change
                                    + " WHERE date = DATE '2024-02-14' AND store_id = (SELECT min(id) FROM store) AND not_recorded IS NULL");
        }

        assertThat(failed()).contains("truth_daily." + check);
    }

    @Test
    void nobodyKnowsTheTruthBehindRowsOfOthers() throws SQLException {
        fill(warehouse(), BORDER);
        try (Connection host = host()) {
            for (String table :
                    List.of("theforge.run_table", "theforge.run", "theforge.calendar_day", "theforge.series_state")) {
                Sql.on(host).run("DELETE FROM " + table);
            }
        }

        AppendRequest request = new AppendRequest(null, END, null, true);
        assertThatThrownBy(() -> warehouse().withTruth().append(request, Shops.WORK, Shops.SILENT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("no answer key");
    }
}
