package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.Shops;
import io.theforge.database.crash.CrashContract;
import io.theforge.database.crash.Faults;
import io.theforge.database.crash.Place;
import io.theforge.database.crash.Work;
import io.theforge.database.report.DatabaseException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contract, kept by PostgreSQL. */
class PostgresCrashTest extends CrashContract {
    @Override
    protected Place emptyPlace() throws SQLException {
        return new PostgresPlace(TestServer.create());
    }

    /** The driver would wait for ever for the end of a copy that nobody ends; the limit only keeps the build going. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aCopyThatFailsAtItsFirstBytesIsGivenUpAndDoesNotBlockTheRollback() throws Exception {
        Faults none = Faults.at(Faults.NONE, false);
        try (Place place = emptyPlace()) {
            Work.FULL_NEW_IN_AN_EMPTY_DATABASE.run(place.warehouse(none), Shops.SILENT);
        }
        try (Place place = emptyPlace()) {
            Faults faults = Faults.at(none.firstAfter("COPY "), false);
            assertThatThrownBy(() -> Work.FULL_NEW_IN_AN_EMPTY_DATABASE.run(place.warehouse(faults), Shops.SILENT))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("writeToCopy");
            faults.letGo();
            assertThat(place.warehouse().status().exists()).isFalse();
        }
    }
}
