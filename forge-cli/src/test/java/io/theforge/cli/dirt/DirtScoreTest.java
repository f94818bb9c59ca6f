package io.theforge.cli.dirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.cli.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of a score on real dirty exports, and what people are told. */
class DirtScoreTest {
    @TempDir
    Path folder;

    private void export(String... more) {
        String[] export = {
            "export",
            "--out",
            "dirty",
            "--stores",
            "3",
            "--products",
            "5",
            "--end-date",
            "2024-02-29",
            "--dirty",
            "light"
        };
        Ran ran = Ran.in(
                folder,
                IntStream.range(0, export.length + more.length)
                        .mapToObj(i -> i < export.length ? export[i] : more[i - export.length])
                        .toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private JsonNode score(String rejections) throws Exception {
        Files.writeString(folder.resolve("rejections"), rejections);
        Ran ran = Ran.in(folder, "dirt", "score", "rejections", "--ledger", "dirty/dirt.csv", "--json");
        assertThat(ran.exit()).as(ran.out()).isZero();
        return ran.json();
    }

    /** Returns lines of the ledger, without the header; no field before the line has a comma in it. */
    private List<String> ledger() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("dirty/dirt.csv"));
        return lines.subList(1, lines.size());
    }

    @ParameterizedTest
    @CsvSource({
        "csv,tables",
        "jsonl,tables",
        "json,tables",
        "parquet,tables",
        "csv,series",
        "json,ingest",
        "jsonl,ingest"
    })
    void aValidatorMadeFromTheLedgerScoresOne(String format, String layout) throws Exception {
        export("--format", format, "--layout", layout);
        JsonNode score = score("file,line\n"
                + ledger().stream()
                        .map(line -> line.split(","))
                        .filter(fields -> !fields[3].isEmpty())
                        .map(fields -> fields[2] + "," + fields[3])
                        .distinct()
                        .collect(Collectors.joining("\n")));

        assertThat(score.get("precision").asDouble()).isEqualTo(1);
        assertThat(score.get("recall").asDouble()).isEqualTo(1);
        assertThat(score.get("f1").asDouble()).isEqualTo(1);
        assertThat(score.get("kinds")).isNotEmpty();
        score.get("kinds").forEach(kind -> assertThat(kind.get("f1").asDouble()).isEqualTo(1));
        assertThat(score.get("missed")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "parquet"})
    void oneThatRejectsEveryKeyFindsEverythingWithTheRateOfDirtyKeysAsItsPrecision(String format) throws Exception {
        export("--format", format, "--tables", "sales_daily");
        StringBuilder keys = new StringBuilder("date,store_id,product_id\n");
        for (String day : List.of("2024-01-", "2024-02-")) {
            for (int i = 1; i <= (day.endsWith("01-") ? 31 : 29); i++) {
                for (int pair = 0; pair < 15; pair++) {
                    keys.append(day).append(i < 10 ? "0" : "").append(i);
                    keys.append(',')
                            .append(pair / 5 + 1)
                            .append(',')
                            .append(pair % 5 + 1)
                            .append('\n');
                }
            }
        }
        JsonNode score = score(keys.toString());
        long dirty =
                ledger().stream().map(line -> line.split(",")[1]).distinct().count();

        assertThat(score.get("rejected_rows").asInt()).isEqualTo(60 * 15);
        assertThat(score.get("recall").asDouble()).isEqualTo(1);
        assertThat(score.get("precision").asDouble()).isEqualTo(dirty / 900.0, within(1e-12));
    }

    @Test
    void anEmptyOneHasNoPrecisionAndARecallOfZero() throws Exception {
        export("--format", "csv");
        JsonNode score = score("file,line\n");

        assertThat(score.get("precision").isNull()).isTrue();
        assertThat(score.get("recall").isInt() || score.get("recall").isDouble())
                .isTrue();
        assertThat(score.get("recall").asDouble()).isZero();
        assertThat(score.get("f1").asDouble()).isZero();
        assertThat(score.at("/missed/0/severity").asText()).isEqualTo("error");
        assertThat(score.at("/missed/0/examples")).hasSize(5);
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws Exception {
        export("--format", "csv");
        Files.writeString(folder.resolve("rejections"), "file,line\nsales_daily.csv,5000\n");

        assertThat(refused("rejections", "dirty/dirt.csv"))
                .startsWith("forge: rejections:2: rejects line 5000 of sales_daily.csv, which has ");
        assertThat(refused("rejections", "dirty"))
                .startsWith("forge: dirty: is a folder, not a file; give the file dirt.csv");
        assertThat(refused("rejections", " ")).startsWith("forge: --ledger: names no file; ");
        assertThat(Ran.in(folder, "dirt", "score", "rejections").err()).contains("--ledger");
        assertThat(Ran.in(folder, "dirt").err()).contains("dirt score");
        Path ledger = folder.resolve("dirty/dirt.csv");
        Files.writeString(ledger, Files.readString(ledger).replaceFirst(",error,", ",warning,"));
        assertThat(refused("rejections", "dirty/dirt.csv"))
                .startsWith("forge: dirty/dirt.csv: is not the ledger that manifest.json beside it names: ");
        assertThat(Files.exists(folder.resolve("page.html"))).isFalse();
    }

    private String refused(String rejections, String ledger) {
        Ran ran = Ran.in(folder, "dirt", "score", rejections, "--ledger", ledger, "--html", "page.html");
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        return ran.err()
                .lines()
                .filter(line -> line.startsWith("forge: "))
                .findFirst()
                .orElse(ran.err());
    }
}
