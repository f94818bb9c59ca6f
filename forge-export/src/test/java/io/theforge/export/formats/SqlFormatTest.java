package io.theforge.export.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Progress;
import io.theforge.export.Export;
import io.theforge.export.ExportReport;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.sql.SqlFormat;
import io.theforge.series.SeriesSelection;
import io.theforge.table.Table;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A script for psql, run by PostgreSQL")
class SqlFormatTest extends FormatContract {
    private static EmbeddedPostgres server;
    private static int databases;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    protected FileFormat format() {
        return new SqlFormat();
    }

    private static String newDatabase() throws SQLException {
        String name = "shop" + ++databases;
        try (Connection admin = connect("postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return name;
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?user=postgres");
    }

    private static Warehouse warehouse(String database) {
        return Warehouse.of(
                DatabaseUrl.parse("postgresql://postgres@localhost:" + server.getPort() + "/" + database, Path.of("")));
    }

    private static void run(Path out, String database) throws IOException, SQLException {
        try (Connection connection = connect(database)) {
            Psql.run(out.resolve("forge.sql"), connection);
        }
    }

    private static List<List<@Nullable String>> rows(String database, ExportTable table) throws SQLException {
        String name = table.isAnswerKey() ? "theforge." + table.name() : table.name();
        List<String> columns = table.columns().stream()
                .map(column -> '"' + column.name() + '"')
                .toList();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT " + String.join(", ", columns) + " FROM " + name + " ORDER BY ctid")) {
            return Rows.of(found, table.columns());
        }
    }

    @Override
    protected List<List<@Nullable String>> read(Path out, ExportTable table) throws Exception {
        String database = newDatabase();
        run(out, database);
        return rows(database, table);
    }

    @Test
    @DisplayName(
            "A whole dataset is the Forge's own: recorded, every law holds, an append goes on from it, a delete takes it away")
    void recorded() throws Exception {
        Path out = folder.resolve("out");
        ExportReport report = write(eight(), WORK, out);
        String database = newDatabase();
        run(out, database);
        try (Warehouse warehouse = warehouse(database)) {
            assertThat(warehouse.status().fingerprint()).isEqualTo(report.fingerprint());
            assertThat(warehouse.verify(Progress.NONE).passed()).isTrue();
        }
    }

    @Test
    @DisplayName("It fills the seven tables where they are there and empty, and changes none of their definitions")
    void hostsTables() throws Exception {
        String database = newDatabase();
        try (Warehouse warehouse = warehouse(database)) {
            warehouse.fullNew(PLAN, WORK, Progress.NONE);
        }
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "TRUNCATE store, product, calendar, price_history, promotion, sales_daily, inventory_snapshot_daily");
            statement.execute("DROP SCHEMA theforge CASCADE");
            statement.execute("DROP INDEX ix_sales_daily_store_id");
        }
        Path out = folder.resolve("out");
        ExportReport report = write(seven(SeriesSelection.all(PLAN)), WORK, out);
        run(out, database);
        try (Warehouse warehouse = warehouse(database);
                Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet index = statement.executeQuery("SELECT to_regclass('ix_sales_daily_store_id')")) {
            assertThat(warehouse.status().fingerprint()).isEqualTo(report.fingerprint());
            assertThat(index.next() ? index.getString(1) : "none").isNull();
        }
    }

    private static List<ExportTable> seven(SeriesSelection wanted) {
        return Table.SEVEN.stream()
                .map(table -> ExportTable.of(PLAN, wanted, table))
                .toList();
    }

    @Test
    @DisplayName("Run twice it says so, and rows stay as they were")
    void twice() throws Exception {
        Path out = folder.resolve("out");
        write(eight(), WORK, out);
        String database = newDatabase();
        run(out, database);
        ExportTable sales = eight().get(5);
        List<List<@Nullable String>> before = rows(database, sales);
        assertThatThrownBy(() -> run(out, database))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("The table store has rows already; nothing was changed");
        assertThat(rows(database, sales)).isEqualTo(before);
    }

    @Test
    @DisplayName("After a delete the Forge's records are there still, and it says so")
    void afterDelete() throws Exception {
        Path out = folder.resolve("out");
        write(eight(), WORK, out);
        String database = newDatabase();
        run(out, database);
        try (Warehouse warehouse = warehouse(database)) {
            warehouse.delete(new Deletion(Deletion.Scope.ALL, false, null), Progress.NONE);
        }
        assertThatThrownBy(() -> run(out, database))
                .hasMessageContaining("The Forge has its records in this database already (schema theforge)");
    }

    @Test
    @DisplayName(
            "A selection has its rows and all keys, and no record of a run; the next row of a table gets an id of its own")
    void selection() throws Exception {
        SeriesSelection some = SeriesSelection.spread(PLAN, 3);
        Path out = folder.resolve("out");
        new Export(PLAN, some, seven(some), format(), WORK).to(out, Progress.NONE);
        String database = newDatabase();
        run(out, database);
        try (Warehouse warehouse = warehouse(database);
                Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            assertThat(warehouse.runs()).isEmpty();
            statement.execute("INSERT INTO store (code, name) VALUES ('X', 'X')");
            ResultSet next = statement.executeQuery("SELECT id FROM store WHERE code = 'X'");
            assertThat(next.next() ? next.getInt(1) : 0).isEqualTo(PLAN.stores().size() + 1);
        }
    }

    @Test
    @DisplayName(
            "psql runs it as PostgreSQL's container runs the scripts in its init folder, and fails in plain words the second time")
    void psql() throws Exception {
        assumeTrue(
                Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(String.valueOf(System.getenv("PATH")))
                        .anyMatch(each -> Files.isExecutable(Path.of(each, "psql"))),
                "no psql on the PATH");
        Path out = folder.resolve("out");
        write(eight(), WORK, out);
        String database = newDatabase();
        assertThat(psql(out, database)).isEqualTo("0: ");
        assertThat(psql(out, database)).startsWith("3: ").contains("""
                ERROR:  The table store has rows already; nothing was changed
                HINT:  This file fills empty tables: run it in an empty database, and only once.
                """);
        ExportTable sales = eight().get(5);
        assertThat(rows(database, sales)).isEqualTo(read(out, sales));
    }

    private String psql(Path out, String database) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process psql = new ProcessBuilder(
                        "psql",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "--no-psqlrc",
                        "--quiet",
                        "--file=" + out.resolve("forge.sql"),
                        "postgresql://postgres@localhost:" + server.getPort() + "/" + database)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return psql.waitFor() + ": " + Files.readString(said);
    }
}
