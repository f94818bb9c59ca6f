package io.theforge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is told of the dataset that is there: of what it comes, and whether it has been looked at. */
abstract class DatasetContract extends OperationContract {
    private static final Pattern SHOW_FIRST = Pattern.compile("\\./forge (runs show .*) > shop.yaml && (.*)");

    private JsonNode dataset() throws Exception {
        return server.get("/api/v1/dataset").json();
    }

    private JsonNode made(String body) throws Exception {
        Reply reply = server.post("/api/v1/operations/generate", body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        return ended(reply.json().at("/operation/id").asText());
    }

    private JsonNode ended(String id) throws Exception {
        try (Events events = Events.of(server)) {
            events.until(line -> line.contains(id) && line.contains("\"state\":\"completed\""));
        }
        return dataset();
    }

    /** Runs the command as it is, in the server's folder, on another database. */
    private void makesTheSameAgain(JsonNode dataset) throws Exception {
        String command = dataset.get("made_by").asText();
        Matcher show = SHOW_FIRST.matcher(command);
        if (show.matches()) {
            String file = Programs.said(folder, environment(), words(show.group(1)));
            Files.writeString(folder.resolve("shop.yaml"), file);
            command = show.group(2);
        }
        assertThat(command).startsWith("./forge --full-new ").endsWith(" --confirm");
        Map<String, String> elsewhere =
                Map.of("DATABASE_URL", "duckdb:again.duckdb", "SEEDER_DEFAULT_SEED", "5", "SEEDER_DEFAULT_STORES", "9");
        assertThat(Programs.run(folder, elsewhere, words(command.replaceFirst("\\./forge ", ""))))
                .isZero();
        String there = Programs.said(folder, elsewhere, "--status", "--json");
        assertThat(there).contains(dataset.get("fingerprint").toString());
        assertThat(there.contains("truth_daily")).isEqualTo(dataset.get("truth").asBoolean());
    }

    private static String[] words(String command) {
        return command.split(" ");
    }

    @Test
    void theCommandThatIsToldMakesTheSameRows() throws Exception {
        JsonNode empty = dataset();
        assertThat(empty.get("made_by").isNull()).isTrue();
        assertThat(empty.get("seed").isNull()).isTrue();
        assertThat(empty.get("truth").asBoolean()).isFalse();

        JsonNode plain = made("{" + SMALL + ", \"seed\": -7, \"confirm\": true}");
        assertThat(plain.get("made_by").asText())
                .isEqualTo("./forge --full-new --seed -7 --stores 2 --products 3 --start-date 2024-01-01"
                        + " --end-date 2024-02-29 --confirm");
        assertThat(plain.get("seed").asLong()).isEqualTo(-7);
        assertThat(plain.get("scenario").isNull()).isTrue();
        makesTheSameAgain(plain);

        server.post("/seeder/append", "{\"end_date\": \"2024-03-03\", \"seed\": 9}");
        JsonNode appended = dataset();
        assertThat(appended.get("made_by").asText()).startsWith("./forge runs show 2 > shop.yaml && ");
        assertThat(appended.get("seed").asLong()).as("that of the shop").isEqualTo(-7);
        makesTheSameAgain(appended);

        JsonNode preset = made("{" + SMALL + ", \"scenario\": \"stockout_heavy\", \"sparsity\": 0.2, \"truth\": true,"
                + " \"confirm\": true}");
        assertThat(preset.get("made_by").asText())
                .startsWith("./forge --full-new --scenario stockout_heavy --seed 42 ")
                .contains(" --sparsity 0.2 ", " --truth ");
        assertThat(preset.get("scenario").asText()).isEqualTo("stockout_heavy");
        assertThat(preset.get("truth").asBoolean()).isTrue();
        makesTheSameAgain(preset);

        JsonNode file = made(
                "{" + SMALL + ", \"config\": \"retail:\\n  promotion_probability: 0.3\\n\", \"without\": [\"trend\"],"
                        + " \"confirm\": true}");
        assertThat(file.get("made_by").asText()).startsWith("./forge runs show 4 > shop.yaml && ");
        makesTheSameAgain(file);
    }

    @Test
    void aDeletedPartIsNotMadeByACommand() throws Exception {
        made("{" + SMALL + ", \"confirm\": true}");
        server.delete("/seeder/data", "{\"scope\": \"facts\", \"confirm\": true, \"database\": \"" + name() + "\"}");
        JsonNode dataset = dataset();

        assertThat(dataset.get("made_by").isNull()).isTrue();
        assertThat(dataset.get("seed").asInt()).isEqualTo(42);
    }

    @Test
    void aCheckIsKnownUntilSomethingChanges() throws Exception {
        made("{" + SMALL + ", \"confirm\": true}");
        assertThat(dataset().get("verified").isNull()).isTrue();

        JsonNode checked = server.call("POST", "/seeder/verify", "{}").json();
        JsonNode verified = dataset().get("verified");
        assertThat(verified.get("passed").asBoolean()).isTrue();
        assertThat(verified.get("at").asText()).startsWith("20");
        assertThat(verified.get("passed_count")).isEqualTo(checked.get("passed_count"));
        assertThat(dataset().get("verified")).isEqualTo(verified);

        run("INSERT INTO store (code, name) VALUES ('HOST', 'Of the host')");
        server.close();
        server = Served.in(folder, environment());
        assertThat(dataset().get("rows_of_others").asInt()).isEqualTo(1);
        assertThat(dataset().get("verified").isNull()).as("another start").isTrue();
        server.call("POST", "/seeder/verify", "{}");
        assertThat(dataset().get("verified").isNull()).isFalse();
        server.post("/seeder/append", "{}");
        assertThat(dataset().get("verified").isNull()).as("more days").isTrue();
    }
}
