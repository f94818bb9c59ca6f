package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What holds on both targets of the Forge's own tables: where they are, what is missing, what they keep away. */
public abstract class OwnTablesContract extends SharedDatabase {
    private static final String CONSTRAINTS =
            "SELECT count(*) FROM information_schema.table_constraints WHERE table_schema = 'theforge'";
    private static final Deletion ALL = new Deletion(Deletion.Scope.ALL, false, null);

    /** Statements that put the tables where a Forge before the schema of its own kept them. */
    protected abstract String[] layAsBefore() throws SQLException;

    private static Plan shop(long seed) {
        return Shops.plan(seed, 2, 3, 30);
    }

    private OperationReport fill(long seed) {
        return warehouse().fullNew(shop(seed), Shops.WORK, Shops.SILENT);
    }

    private OperationReport append() {
        return warehouse().append(new AppendRequest(null, null, null, true), Shops.WORK, Shops.SILENT);
    }

    /** All tables; those of the schema of the seven without it. */
    protected final List<String> tables() throws SQLException {
        try (Connection host = host()) {
            return Sql.on(host)
                    .texts("SELECT CASE WHEN table_schema IN ('public', 'main') THEN '' ELSE table_schema || '.' END"
                            + " || table_name FROM information_schema.tables"
                            + " WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1");
        }
    }

    @Test
    void aMarkedDatabaseIsWrittenToByNothingUntilTheMarkIsTakenOffByItsName() {
        String before = String.valueOf(fill(1).fingerprint());

        assertThat(warehouse().protect()).isTrue();
        assertThat(warehouse().protect()).as("marked already").isFalse();
        assertThat(warehouse().status().mark())
                .isNotNull()
                .satisfies(mark -> assertThat(mark.osUser()).isEqualTo(System.getProperty("user.name")));
        assertThatThrownBy(() -> fill(2))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("marked as production")
                .extracting(e -> ((RefusedException) e).remedy())
                .asString()
                .contains("unprotect --name " + warehouse().databaseName());
        assertThat(warehouse().planFullNew(shop(2)).notes()).anyMatch(note -> note.contains("marked as production"));
        assertThatThrownBy(() -> warehouse().unprotect("another")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> fill(2)).isInstanceOf(RefusedException.class);
        assertThat(warehouse().status().fingerprint()).isEqualTo(before);

        assertThat(warehouse().unprotect(warehouse().databaseName())).isTrue();
        assertThat(warehouse().unprotect(warehouse().databaseName())).isFalse();
        assertThat(warehouse().status().mark()).isNull();
        assertThat(fill(2).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void protectionOfSomebodyElsesDatabaseCreatesOurTablesAndNothingElse() throws SQLException {
        change("CREATE TABLE host_notes (note varchar)");

        assertThat(warehouse().unprotect(warehouse().databaseName())).isFalse();
        assertThat(tables()).as("nothing to take off").containsExactly("host_notes");
        assertThat(warehouse().protect()).isTrue();

        assertThat(tables())
                .containsExactly(
                        "host_notes",
                        "theforge.calendar_day",
                        "theforge.guard",
                        "theforge.run",
                        "theforge.run_table",
                        "theforge.schema_history",
                        "theforge.series_state");
        assertThat(warehouse().status().exists()).isFalse();
        assertThat(warehouse().status().mark()).isNotNull();
        assertThatThrownBy(() -> fill(1)).isInstanceOf(RefusedException.class);
        assertThat(tables()).hasSize(7);
        warehouse().unprotect(warehouse().databaseName());
        assertThat(fill(1).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void nothingOfOursLiesBesideTheSeven() throws SQLException {
        warehouse().withTruth().fullNew(shop(1), Shops.WORK, Shops.SILENT);
        append();
        assertThat(tables()).filteredOn(name -> !name.startsWith("theforge.")).hasSize(7);
        assertThat(tables()).contains("theforge.truth_daily");
    }

    @Test
    void statesThatAreMissingAreMadeAgain() throws SQLException {
        fill(1);
        change("DROP TABLE theforge.series_state");
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
        assertThat(append().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(tables()).contains("theforge.series_state");
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
    }

    /** Every one of them is looked for by its columns: what it has, and what tells it from another's. */
    @Test
    void aTableOfOneOfOurNamesWithOtherColumnsIsSomebodyElsesAndNobodyIsToldToDropIt() throws SQLException {
        fill(1);
        List<String> own =
                tables().stream().filter(name -> name.startsWith("theforge.")).toList();
        assertThat(own).hasSize(6);
        for (String name : own) {
            String table = name.replace("theforge.", "");
            change(
                    "ALTER TABLE " + name + " RENAME TO kept",
                    "CREATE TABLE " + name + " (id integer PRIMARY KEY, note varchar)",
                    "INSERT INTO " + name + " VALUES (1, 'mine')");
            isRefusedByAll("the table " + name + " is not The Forge's: it has other columns", "rename it");
            assertThat(number("SELECT count(*) FROM " + name + " WHERE note = 'mine'"))
                    .isEqualTo(1);
            change("DROP TABLE " + name, "ALTER TABLE theforge.kept RENAME TO " + table);
        }
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
        change("CREATE TABLE theforge.run_notes (note varchar)");
        assertThat(fill(2).outcome()).as("another name there").isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void withoutADatasetTooTheTablesOfOurNamesAreNamedAllAtOnce() throws SQLException {
        change(
                "CREATE SCHEMA theforge",
                "CREATE TABLE theforge.run (id integer PRIMARY KEY, note varchar)",
                "CREATE TABLE theforge.guard (name varchar)");
        isRefusedByAll(
                "the tables theforge.guard, theforge.run are not The Forge's: they have other columns", "rename them");
        assertThat(tables()).containsExactly("theforge.guard", "theforge.run");
    }

    private void isRefusedByAll(String message, String remedy) {
        operations().forEach((name, operation) -> {
            RefusedException refused = catchThrowableOfType(RefusedException.class, operation);
            assertThat(refused).as(name).isNotNull().hasMessage(message);
            assertThat(String.valueOf(refused.remedy()))
                    .as(name)
                    .startsWith(remedy)
                    .doesNotContain("DROP");
        });
    }

    private Map<String, ThrowingCallable> operations() {
        Map<String, ThrowingCallable> operations = new LinkedHashMap<>();
        operations.put("status", () -> warehouse().status());
        operations.put("runs", () -> warehouse().runs());
        operations.put("verify", () -> warehouse().verify(Shops.SILENT));
        operations.put("dataset", () -> warehouse().dataset());
        operations.put("plan", () -> warehouse().planFullNew(shop(2)));
        operations.put("full-new", () -> fill(2));
        operations.put("append", this::append);
        operations.put("delete", () -> warehouse().delete(ALL, Shops.SILENT));
        operations.put("protect", () -> warehouse().protect());
        return operations;
    }

    @Test
    void tablesOfALaterVersionAreLeftAlone() throws SQLException {
        String before = String.valueOf(fill(1).fingerprint());
        change("INSERT INTO theforge.schema_history VALUES (99, 'from the future', now())");
        assertThatThrownBy(() -> fill(2)).hasMessageContaining("version 99");
        assertThat(warehouse().status().fingerprint()).isEqualTo(before);
    }

    @Test
    void tablesOfTheEarlierLayoutAreTakenUpWhenTheStatementsOfTheRemedyHaveRun() throws SQLException {
        String before = String.valueOf(warehouse()
                .withTruth()
                .fullNew(shop(1), Shops.WORK, Shops.SILENT)
                .fingerprint());
        giveTheAnswerKeyItsFirstColumns();
        long keys = number(CONSTRAINTS);
        change("UPDATE theforge.run_table SET table_name = 'forge_truth_daily' WHERE table_name = 'truth_daily'");
        change(layAsBefore());
        change("DELETE FROM forge_schema_history", "INSERT INTO forge_schema_history VALUES (3, 'states', now())");

        String remedy = "";
        for (Map.Entry<String, ThrowingCallable> operation : operations().entrySet()) {
            DatabaseException failure = catchThrowableOfType(DatabaseException.class, operation.getValue());
            assertThat(failure).as(operation.getKey()).isNotNull().hasMessageContaining("schema theforge");
            remedy = String.valueOf(failure.remedy());
        }
        change(remedy.replaceFirst("^move them: ", "").split("; "));

        assertThat(number(CONSTRAINTS)).as("keys").isEqualTo(keys);
        assertThat(number(CONSTRAINTS + " AND constraint_name LIKE 'forge@_%' ESCAPE '@'"))
                .as("of earlier names")
                .isZero();
        assertThat(warehouse().runs()).hasSize(1);
        assertThat(warehouse().status().fingerprint()).isEqualTo(before);
        assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
        assertThat(append().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(tables()).filteredOn(name -> !name.startsWith("theforge.")).hasSize(7);
    }
}
