package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigReader;
import io.theforge.config.ConfigWriter;
import io.theforge.config.Overrides;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Check;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every target promises of a dataset that a Forge of {@code model_version} 1 has made: a small m5_like of that time with its answer
 * key. Record and fingerprints are those that it wrote; what the rows were is made again from the record.
 */
public abstract class EarlierVersionContract extends SharedDatabase {
    protected static final LocalDate END = LocalDate.of(2024, 5, 20);
    private static final String RECORD = SqlScript.text(EarlierVersionContract.class, "record-of-model-1.yaml");
    private static final String MADE = "c5fdce5686475bd5f786793d49165d44";
    private static final String MADE_TRUTH = "92034480354bcc0589a05d6e7340aee2-1574";

    /** What that Forge itself made of an append up to {@link #END}. */
    private static final String APPENDED = "9dae7623563ca6c259d844f6d474ee07";

    /** Makes the database as that Forge left it. */
    @BeforeEach
    void fillAsThatVersionDid() throws SQLException {
        Plan plan = Plan.of(ConfigReader.recorded(RECORD, "record"));
        assertThat(warehouse()
                        .withTruth()
                        .fullNew(plan, Shops.WORK, Shops.SILENT)
                        .fingerprint())
                .isEqualTo(MADE);
        giveTheAnswerKeyItsFirstColumns();
        try (Connection host = host()) {
            Sql.on(host).update("UPDATE theforge.run SET configuration = ?", RECORD);
            Sql.on(host)
                    .update(
                            "UPDATE theforge.run_table SET fingerprint = ? WHERE table_name = 'truth_daily'",
                            MADE_TRUTH);
        }
    }

    protected final OperationReport append(Warehouse warehouse, LocalDate end) {
        AppendRequest request = new AppendRequest(null, end, null, true);
        OperationReport planned = warehouse.planAppend(request);
        OperationReport done = warehouse.append(request, Shops.WORK, Shops.SILENT);
        assertThat(truth(planned).inserted()).isEqualTo(truth(done).inserted());
        assertThat(truth(planned).deleted()).isEqualTo(truth(done).deleted());
        return done;
    }

    private static OperationReport.TableChange truth(OperationReport report) {
        return Objects.requireNonNull(report.tables().get(Table.TRUTH_DAILY));
    }

    private void assertSoundWithTruth() {
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .isEmpty();
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.name().startsWith("truth_daily."))
                .hasSize(6);
    }

    @Test
    void asAFileTheRecordIsTheSameConfigurationWhateverTheScenarioSaysToday() {
        String file = ConfigWriter.asFile(RECORD);
        assertThat(ConfigReader.parse(file, "recipe").resolve(Overrides.NONE))
                .isEqualTo(ConfigReader.recorded(RECORD, "record"));
        assertThat(ConfigWriter.asFile(file)).isEqualTo(file);
    }

    @Test
    void whoReadsItSeesItAsItWasMadeAndIsToldOfItsAnswerKey() {
        DatabaseStatus status = warehouse().status();
        assertThat(status.fingerprint()).isEqualTo(MADE);
        assertThat(status.rows()).containsEntry(Table.TRUTH_DAILY, 1574L);
        assertThat(status.notes()).singleElement().asString().contains("--append");

        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.status() != Check.Status.PASSED)
                .extracting(check -> check.name() + " " + check.status())
                .containsExactly("truth_daily.recorded WARNING");
        assertThat(warehouse().verify(Shops.SILENT).checks())
                .filteredOn(check -> check.name().equals("scenario.m5_like"))
                .allMatch(check -> check.notLookedAt());
        assertThat(warehouse().realism(Shops.SILENT).whyNothingIsPromised())
                .startsWith("it differs from the scenario of this version in time_series.")
                .endsWith(" more");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAppendGoesOnByTheLawOfTheRecordAndBringsTheAnswerKeyToThisVersion(boolean askedForAgain)
            throws SQLException {
        Warehouse warehouse = askedForAgain ? warehouse().withTruth() : warehouse();

        OperationReport appended = append(warehouse, END);

        assertThat(appended.fingerprint()).isEqualTo(APPENDED);
        assertThat(number("SELECT count(*) FROM theforge.truth_daily WHERE drift_factor <> 1 OR absence_factor <> 1"))
                .isZero();
        assertSoundWithTruth();
        assertThat(warehouse().status().notes()).isEmpty();
        assertThat(warehouse().status().runs().get(0).configuration())
                .contains("model_version: 3", "product_sigma: 0.0");
        Plan whole = Plan.of(
                ConfigReader.recorded(warehouse().status().runs().get(0).configuration(), "what is recorded then"));
        OperationReport atOnce = warehouse().withTruth().fullNew(whole, Shops.WORK, Shops.SILENT);
        assertThat(atOnce.fingerprint()).isEqualTo(APPENDED);
        assertThat(truth(atOnce).fingerprint()).isEqualTo(truth(appended).fingerprint());
    }

    @Test
    void anAppendWithoutNewDaysBringsTheAnswerKeyToThisVersionToo() {
        LocalDate last = LocalDate.of(2024, 3, 12);
        AppendRequest request = new AppendRequest(last, last, null, true);

        assertThat(warehouse().append(request, Shops.WORK, Shops.SILENT).outcome())
                .isEqualTo(Outcome.COMPLETED);

        assertSoundWithTruth();
        assertThat(warehouse().append(request, Shops.WORK, Shops.SILENT).outcome())
                .isEqualTo(Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNewDatasetTakesItsPlaceWhole(boolean withTruth) throws SQLException {
        Plan plan = Shops.plan(3, 2, 4, 40);
        Warehouse warehouse = withTruth ? warehouse().withTruth() : warehouse();

        OperationReport report = warehouse.fullNew(plan, Shops.WORK, Shops.SILENT);

        assertThat(truth(report).deleted()).isEqualTo(1574);
        assertThat(truth(report).rowsAfter()).isEqualTo(number("SELECT count(*) FROM theforge.truth_daily"));
        assertThat(number("SELECT count(*) FROM theforge.truth_daily") > 0).isEqualTo(withTruth);
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
        assertThat(warehouse().status().notes()).isEmpty();
        assertThat(warehouse()
                        .withTruth()
                        .fullNew(plan, Shops.WORK, Shops.SILENT)
                        .fingerprint())
                .isEqualTo(report.fingerprint());
    }

    @Test
    void anAnswerKeyThatKnowsNoAdvertisingIsWrittenAnewToo() throws SQLException {
        warehouse().withTruth().fullNew(Shops.plan(3, 2, 4, 40), Shops.WORK, Shops.SILENT);
        change("ALTER TABLE theforge.truth_daily DROP COLUMN advertising_factor");
        assertThat(warehouse().status().notes()).singleElement().asString().contains("--append");

        append(warehouse(), LocalDate.of(2024, 2, 20));

        assertThat(number("SELECT count(*) FROM theforge.truth_daily WHERE advertising_factor <> 1"))
                .isZero();
        assertSoundWithTruth();
        assertThat(warehouse().status().notes()).isEmpty();
    }

    @Test
    void itGoesWithTheFacts() throws SQLException {
        OperationReport deleted = warehouse().delete(new Deletion(Deletion.Scope.FACTS, false, null), Shops.SILENT);

        assertThat(truth(deleted).deleted()).isEqualTo(1574);
        assertThat(number("SELECT count(*) FROM theforge.truth_daily")).isZero();
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
    }
}
