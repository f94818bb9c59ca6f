package io.theforge.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import io.theforge.documents.DocumentSet;
import io.theforge.documents.Question;
import io.theforge.documents.question.QuestionSet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The queries of questions, held against databases that the program has filled. */
class QuestionQueriesTest {
    private static final String SHOP = """
            dimensions: {stores: {count: 4}, products: {count: 16}}
            date_range: {start: "2024-01-10", end: "2024-07-20"}
            retail: {promotion_probability: 0.4, price_change_probability: 0.4, stockout_probability: 0.06}
            """;
    private static final Map<String, String> SHOPS = Map.of(
            "default",
            "{}",
            "m5_like",
            "scenario: m5_like\ndimensions: {stores: {count: 3}, products: {count: 20}}\n"
                    + "date_range: {start: \"2023-10-01\", end: \"2024-06-30\"}\n",
            "sparse",
            "scenario: sparse\ndimensions: {stores: {count: 4}, products: {count: 16}}\n",
            "gaps",
            SHOP + "data_gaps:\n  - {start: \"2024-03-01\", end: \"2024-03-31\"}\n");

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"default, 150", "m5_like, 100", "sparse, 100", "gaps, 100"})
    @DisplayName("every query gives the answer, in PostgreSQL and in DuckDB")
    void queriesGiveTheAnswers(String shop, int least) throws Exception {
        String yaml = SHOPS.get(shop);
        Files.writeString(folder.resolve("shop.yaml"), yaml);
        List<Question> questions = asked(yaml);
        assertThat(questions).hasSizeGreaterThan(least);

        try (Connection duckdb = embedded()) {
            assertThat(wrong(duckdb, questions)).isEmpty();
        }
        try (Connection postgres = postgres(shop)) {
            assertThat(wrong(postgres, questions)).isEmpty();
        }
    }

    private static List<Question> asked(String yaml) {
        DocumentSet documents = DocumentSet.of(io.theforge.Forge.dataset(yaml).plan(), 200, 2);
        return QuestionSet.of(documents).questions().stream()
                .filter(question -> question.sql() != null)
                .toList();
    }

    private void fill() {
        Ran ran = Ran.in(folder, "--full-new", "--config", "shop.yaml", "--confirm");
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private Connection embedded() throws SQLException {
        fill();
        return DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(".forge/forge.duckdb"));
    }

    private Connection postgres(String shop) throws Exception {
        String name = "questions_" + shop;
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        String url = "//postgres:s3cret@localhost:" + server.getPort() + "/" + name;
        Files.writeString(folder.resolve(".env"), "DATABASE_URL=postgresql:" + url + "\n");
        fill();
        return server.getDatabase("postgres", name).getConnection();
    }

    /** Returns what queries give in place of the answer. */
    private static List<String> wrong(Connection connection, List<Question> questions) throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (Question question : questions) {
            String given = value(connection, question.sql());
            if (!isRight(question, given)) {
                wrong.add(given + " is not the answer of " + question);
            }
        }
        return wrong;
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (rows.getMetaData().getColumnCount() != 1 || !rows.next()) {
                return "not one row of one column";
            }
            String value = rows.getString(1);
            return rows.next() ? "several rows" : String.valueOf(value);
        }
    }

    /** A number has to be the very same, as both are rounded alike. */
    private static boolean isRight(Question question, String given) {
        if (question.tolerance() == null) {
            return question.answer().equals(given) || question.accepted().contains(given);
        }
        String plain = question.accepted().get(question.accepted().size() - 1).replace(",", "");
        return given.matches("-?[0-9.]+") && new BigDecimal(given).compareTo(new BigDecimal(plain)) == 0;
    }
}
