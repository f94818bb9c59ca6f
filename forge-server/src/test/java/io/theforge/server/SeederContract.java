package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database can be asked for and told to do, wherever it is. */
abstract class SeederContract {
    static final String SMALL = "\"stores\": 2, \"products\": 3, \"end_date\": \"2024-02-29\"";

    @TempDir
    Path folder;

    Served server;

    /** The address of an empty database of the test's own. */
    abstract String url() throws Exception;

    /** Its own name. */
    abstract String name();

    /** Another's connection to it. */
    abstract Connection connection() throws Exception;

    /** Runs a statement as somebody else does. */
    final void run(String statement) throws Exception {
        try (Connection connection = connection();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    Map<String, String> environment() throws Exception {
        return Map.of("DATABASE_URL", url());
    }

    @BeforeEach
    void serve() throws Exception {
        server = Served.in(folder, environment());
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    private Reply make() throws Exception {
        Reply made = server.post("/seeder/generate", "{" + SMALL + ", \"confirm\": true}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    private JsonNode status() throws Exception {
        return server.get("/seeder/status").json();
    }

    @Test
    void anEmptyDatabaseIsToldOfAndNotCreated() throws Exception {
        JsonNode status = status();

        assertThat(status.get("sales").asInt()).isZero();
        assertThat(status.get("date_range_start").isNull()).isTrue();
        assertThat(server.get("/health/ready").status()).isEqualTo(200);
        assertThat(folder.resolve(".forge")).doesNotExist();
    }

    @Test
    void aDatasetIsMadeExtendedVerifiedAndTakenAway() throws Exception {
        JsonNode made = make().json();
        assertThat(made.get("success").asBoolean()).isTrue();
        assertThat(made.get("seed").asLong()).isEqualTo(42);
        assertThat(made.at("/records_created/stores").asInt()).isEqualTo(2);
        assertThat(made.at("/records_created/sales").asInt()).isEqualTo(2 * 3 * 60);
        assertThat(status().get("sales").asInt()).as("known at once").isEqualTo(360);

        Reply appended = server.post(
                "/seeder/append", "{\"start_date\": \"2024-03-01\", \"end_date\": \"2024-03-10\", \"seed\": 7}");
        assertThat(appended.status()).as(appended.toString()).isEqualTo(201);
        assertThat(appended.json().at("/records_created/sales").asInt()).isEqualTo(60);
        assertThat(appended.json().get("seed").asInt()).isEqualTo(7);
        assertThat(status().get("sales").asInt()).isEqualTo(420);
        assertThat(status().get("date_range_end").asText()).isEqualTo("2024-03-10");

        Reply verified = server.call("POST", "/seeder/verify", "{}");
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.json().get("passed").asBoolean())
                .as(verified.toString())
                .isTrue();

        Reply deleted = server.delete(
                "/seeder/data", "{\"scope\": \"all\", \"confirm\": true, \"database\": \"" + name() + "\"}");
        assertThat(deleted.status()).as(deleted.toString()).isEqualTo(200);
        assertThat(deleted.json().at("/records_deleted/sales_daily").asInt()).isEqualTo(420);
        assertThat(status().get("sales").asInt()).isZero();
        Reply again = server.delete("/seeder/data", "{}");
        assertThat(again.status()).as("nothing is left to confirm").isEqualTo(200);
    }

    @Test
    void theRowsAreThoseOfTheCommandLine() throws Exception {
        make();
        String made = Programs.said(
                folder,
                Map.of("DATABASE_URL", "duckdb:another.duckdb"),
                "--full-new",
                "--stores",
                "2",
                "--products",
                "3",
                "--end-date",
                "2024-02-29",
                "--confirm",
                "--json");
        String here = Programs.said(folder, environment(), "--status", "--json");
        String fingerprint = server.get("/api/v1/operations")
                .json()
                .at("/0/result/fingerprint")
                .asText();

        assertThat(fingerprint).hasSize(32);
        assertThat(made).contains(fingerprint);
        assertThat(here).as("the command line works beside the server").contains(fingerprint);
    }

    @Test
    void withoutConfirmThereIsThePlanAndNothingElse() throws Exception {
        Reply first = server.post("/seeder/generate", "{" + SMALL + "}");
        assertThat(first.status()).isEqualTo(409);
        assertThat(first.code()).isEqualTo("confirmation_needed");
        assertThat(first.json().at("/plan/tables/sales_daily/inserted").asInt()).isEqualTo(360);
        assertThat(status().get("sales").asInt()).isZero();

        make();
        String before = status().toString();
        for (String body : new String[] {
            "{}",
            "{\"confirm\": true}",
            "{\"confirm\": true, \"database\": \"another\"}",
            "{\"database\": \"" + name() + "\"}",
            "{\"confirm\": false, \"database\": \"" + name() + "\"}"
        }) {
            Reply refused = server.delete("/seeder/data", body);
            assertThat(refused.status()).as(body).isEqualTo(409);
            assertThat(refused.json().at("/plan/tables/sales_daily/deleted").asInt())
                    .isEqualTo(360);
        }
        Reply changed = server.post(
                "/seeder/append", "{\"start_date\": \"2024-02-20\", \"end_date\": \"2024-02-29\", \"seed\": 9}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(409);
        assertThat(status()).hasToString(before);
    }

    @Test
    void aDryRunNeedsNoConfirmationAndWritesNothing() throws Exception {
        Reply planned = server.post("/seeder/generate", "{" + SMALL + ", \"dry_run\": true, \"confirm\": true}");
        assertThat(planned.status()).isEqualTo(201);
        assertThat(planned.json().at("/records_created/sales").asInt()).isEqualTo(360);
        assertThat(status().get("sales").asInt()).isZero();
        assertThat(folder.resolve(".forge")).doesNotExist();

        make();
        Reply appending = server.post("/seeder/append", "{\"dry_run\": true}");
        assertThat(appending.json().at("/records_created/sales").asInt()).isEqualTo(6 * 31);
        Reply deleting = server.delete("/seeder/data", "{\"dry_run\": true, \"scope\": \"facts\"}");
        assertThat(deleting.status()).isEqualTo(200);
        assertThat(deleting.json().get("dry_run").asBoolean()).isTrue();
        assertThat(deleting.json().at("/records_deleted/sales_daily").asInt()).isEqualTo(360);
        assertThat(status().get("sales").asInt()).isEqualTo(360);
    }

    @Test
    void moreDaysNeedNoConfirmationWhereTheCommandLineNeedsNone() throws Exception {
        assertThat(server.post("/seeder/generate", "{\"stores\": 2, \"confirm\": true}")
                        .status())
                .isEqualTo(201);
        // prices that are open get an end, which is no change of what was
        Reply appended = server.post("/seeder/append", "{\"end_date\": \"2025-01-31\"}");

        assertThat(appended.status()).as(appended.toString()).isEqualTo(201);
        assertThat(appended.json().at("/records_created/sales").asInt()).isEqualTo(2 * 50 * 31);
    }

    @Test
    void daysThatAreThereAreNothingToDo() throws Exception {
        make();
        Reply again = server.post("/seeder/append", "{\"start_date\": \"2024-02-01\", \"end_date\": \"2024-02-29\"}");

        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.json().at("/records_created/sales").asInt()).isZero();
        assertThat(again.json().get("message").asText()).startsWith("nothing to do");
    }

    @Test
    void productionIsServedAndNotWrittenTo() throws Exception {
        make();
        server.close();
        for (String road : new String[] {"environment", "file", "mark"}) {
            Map<String, String> environment = road.equals("environment")
                    ? Map.of("DATABASE_URL", url(), "APP_ENV", " Production ")
                    : environment();
            Files.deleteIfExists(folder.resolve(".env"));
            if (road.equals("file")) {
                Files.writeString(folder.resolve(".env"), "app_env=live\n");
            }
            if (road.equals("mark")) {
                assertThat(Programs.run(folder, environment, "protect")).isZero();
            }
            server = Served.in(folder, environment);
            assertThat(status().get("sales").asInt()).isEqualTo(360);
            for (String write : new String[] {"generate", "append"}) {
                Reply refused = server.post(
                        "/seeder/" + write, write.equals("append") ? "{}" : "{" + SMALL + ", \"confirm\": true}");
                assertThat(refused.status()).as(road + refused).isEqualTo(403);
                assertThat(refused.code()).isEqualTo("production");
            }
            Reply deleting = server.delete("/seeder/data", "{\"confirm\": true, \"database\": \"" + name() + "\"}");
            assertThat(deleting.status()).as(road + deleting).isEqualTo(403);
            assertThat(server.post("/seeder/generate", "{" + SMALL + "}").status())
                    .as(road)
                    .isEqualTo(403);
            assertThat(server.post("/seeder/generate", "{" + SMALL + ", \"dry_run\": true}")
                            .status())
                    .as(road)
                    .isEqualTo(201);
            assertThat(status().get("sales").asInt()).isEqualTo(360);
            server.close();
        }
        server = Served.in(folder, environment());
    }
}
