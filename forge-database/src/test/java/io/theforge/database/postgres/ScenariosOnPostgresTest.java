package io.theforge.database.postgres;

import io.theforge.config.Scenarios;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.ScenarioShops;
import io.theforge.database.Warehouse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosOnPostgresTest {
    static List<String> names() {
        return Scenarios.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void itKeepsItsMeaningInAnotherYear(String name) throws SQLException {
        try (TestServer.Database database = TestServer.create();
                Warehouse warehouse = Warehouse.of(DatabaseUrl.parse(database.url(), Path.of("")))) {
            ScenarioShops.assertFound(warehouse, ScenarioShops.config(name, 3));
        }
    }
}
