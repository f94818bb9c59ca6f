package io.theforge.export.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.report.RefusedException;
import io.theforge.export.layout.Layout;
import io.theforge.export.text.TextFormat;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Exports from PostgreSQL")
class ExportFromPostgresTest extends DatabaseExportContract {
    private static EmbeddedPostgres server;
    private static int databases;
    private String database = "";

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void create() throws SQLException {
        database = "shop" + ++databases;
        try (Connection admin = connect("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?user=postgres");
    }

    @Override
    DatabaseUrl url() {
        return DatabaseUrl.parse("postgresql://postgres@localhost:" + server.getPort() + "/" + database, Path.of(""));
    }

    @Override
    Connection host() throws SQLException {
        return connect(database);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("Values that no file can hold are refused, with table, column and row")
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE sales_daily ALTER unit_price TYPE numeric(12,4); UPDATE sales_daily SET unit_price = 1.2345"
                        + " WHERE id = (SELECT max(id) FROM sales_daily)|sales_daily.unit_price holds .*1.2345 \\(id \\d+\\)",
                "UPDATE sales_daily SET total_amount = 'NaN' WHERE id = (SELECT max(id) FROM sales_daily)"
                        + "|sales_daily.total_amount holds .*NaN \\(id \\d+\\)",
                "UPDATE price_history SET valid_to = 'infinity' WHERE id = 1"
                        + "|price_history.valid_to holds .*infinity \\(id 1\\)",
                "UPDATE product SET base_price = 'NaN' WHERE id = 2|product.base_price holds .*NaN \\(id 2\\)",
                "INSERT INTO calendar VALUES ('infinity', 1, 1, 1, 2024, false)|calendar.date holds .*infinity"
            })
    void badValues(String change, String message) throws Exception {
        fill();
        change(change);
        assertThatThrownBy(() -> export(Layout.TABLES, false, TextFormat.CSV, null, "db"))
                .isInstanceOf(RefusedException.class)
                .hasMessageMatching("(?s).*" + message + ".*");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("What a reader would not see in full is refused")
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE promotion RENAME TO deals; CREATE VIEW promotion AS SELECT * FROM deals|is a view",
                "DROP TABLE inventory_snapshot_daily|some of the seven tables exist"
            })
    void notReadable(String change, String message) throws Exception {
        fill();
        change(change);
        assertThatThrownBy(() -> DatabaseSource.open(url(), null)).hasMessageContaining(message);
    }

    @Test
    @DisplayName("Rows that row-level security could keep back are refused, not left out")
    void hiddenRows() throws Exception {
        fill();
        change(
                "CREATE ROLE reader LOGIN",
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
                "GRANT USAGE ON SCHEMA theforge TO reader",
                "GRANT SELECT ON ALL TABLES IN SCHEMA theforge TO reader",
                "ALTER TABLE sales_daily ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY one_store ON sales_daily USING (store_id = 1)");
        DatabaseUrl asReader =
                DatabaseUrl.parse("postgresql://reader@localhost:" + server.getPort() + "/" + database, Path.of(""));
        assertThatThrownBy(() -> DatabaseSource.open(asReader, null))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("row-level security keeps rows of sales_daily");
    }

    @Test
    @DisplayName("Rows about a store that is not there are refused, not lost")
    void orphans() throws Exception {
        fill();
        change(
                "ALTER TABLE sales_daily DROP CONSTRAINT sales_daily_store_id_fkey",
                "UPDATE sales_daily SET store_id = 77 WHERE id = (SELECT max(id) FROM sales_daily)");
        assertThatThrownBy(() -> export(Layout.TABLES, false, TextFormat.CSV, null, "db"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("1 row of sales_daily is about a store or product that is not there");
    }
}
