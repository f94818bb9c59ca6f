package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.theforge.database.EarlierVersionContract;
import io.theforge.database.Shops;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.RefusedException;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an earlier version has made, in PostgreSQL. */
class PostgresEarlierVersionTest extends EarlierVersionContract {
    @RegisterExtension
    final OwnDatabase database = OwnDatabase.empty();

    @Override
    protected Warehouse warehouse() {
        return database.warehouse();
    }

    @Override
    protected Connection host() throws SQLException {
        return database.connect();
    }

    @Test
    void aRoleThatMayNotChangeTheAnswerKeyIsToldBeforeAnythingIsWritten() throws SQLException {
        String role = database.name() + "_role";
        database.run("CREATE ROLE " + role + " LOGIN PASSWORD 'pw'", "GRANT ALL ON SCHEMA public, theforge TO " + role);
        try {
            for (Table table : Table.SEVEN) {
                database.run("ALTER TABLE " + table.sqlName() + " OWNER TO " + role);
            }
            database.run("GRANT ALL ON ALL TABLES IN SCHEMA theforge TO " + role);
            Warehouse warehouse = database.warehouseOf(role);
            AppendRequest request = new AppendRequest(null, END, null, true);

            RefusedException refused = catchThrowableOfType(
                    RefusedException.class, () -> warehouse.append(request, Shops.WORK, Shops.SILENT));

            assertThat(refused).hasMessageContaining("may not add the columns that it lacks");
            assertThatThrownBy(() -> warehouse.planAppend(request)).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> warehouse.withTruth().fullNew(Shops.plan(3, 2, 4, 40), Shops.WORK, Shops.SILENT))
                    .isInstanceOf(RefusedException.class);
            assertThat(warehouse.status().runs()).hasSize(1);
            assertThat(warehouse.status().notes()).hasSize(1);
            database.run(String.valueOf(refused.remedy()).replaceFirst(".*: ", ""));
            assertThat(append(warehouse, END).outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(warehouse().verify(Shops.SILENT).passed()).isTrue();
        } finally {
            database.run("DROP OWNED BY " + role + " CASCADE", "DROP ROLE " + role);
        }
    }

    @Test
    void whatOthersHaveBuiltOnTheAnswerKeyAndGrantedStays() throws SQLException {
        database.run(
                "CREATE VIEW theirs AS SELECT * FROM theforge.truth_daily",
                "GRANT SELECT ON theforge.truth_daily TO PUBLIC");

        append(warehouse(), END);

        assertThat(number("SELECT count(*) FROM theirs")).isEqualTo(3566);
        assertThat(number("SELECT CAST(has_table_privilege('public', 'theforge.truth_daily', 'SELECT') AS int)"))
                .isEqualTo(1);
    }
}
