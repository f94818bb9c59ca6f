package io.theforge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.theforge.table.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference of results names every field and every exit code that commands really end with. */
class ResultsReferenceTest {
    private static final Page PAGE = Page.named("docs/reference/results.md");

    /** Their keys are names of things, not of fields. */
    private static final Set<String> BY_NAME =
            Set.of("tables", "factors", "pinball", "pinball_by_quantile", "skill", "schema", "by_type");

    private static final String SHOP = "--full-new --confirm --stores 2 --products 4";

    @TempDir
    static Path folder;

    /** What was seen of each command, by its heading. */
    private static final Map<String, Set<String>> SEEN = new LinkedHashMap<>();

    @BeforeAll
    static void runEveryCommand() throws Exception {
        see("--full-new", SHOP);
        see("--append", "--append --end-date 2025-01-10");
        see("--append", "--append --end-date 2025-01-11 --dry-run");
        see("--status", "--status");
        see("--verify", "--verify --realism");
        see("rag agent", "--scenario rag-agent --questions 10 --confirm");
        see("runs", "runs");
        see("runs show", "runs show 1");
        see("scenarios", "scenarios");
        see("scenarios show", "scenarios show sparse");
        see("config show", "config show --stores 3");
        see("config schema", "config schema");
        see("config init", "config init");
        see("config init", "config init new.yaml");
        see("serve", "serve");
        see("completion", "completion bash");
        see("man", "man");
        see("protect", "protect");
        see("unprotect", "unprotect --name forge.duckdb");
        see("preview", "preview --stores 2 --products 4 --end-date 2024-02-29");
        see("preview", "preview --stores 2 --products 4 --html preview.html");
        see("export", "export --format csv --out files --stores 2 --products 4");
        see("fingerprint", "fingerprint files");
        Ended.of(folder, "export --format csv --out dirty --stores 2 --products 4 --dirty light");
        Files.writeString(folder.resolve("rejections.csv"), "file,line\nsales_daily.csv,2\nsales_daily.csv,3\n");
        see("dirt undo", "dirt undo dirty --out undone");
        see("dirt score", "dirt score rejections.csv --ledger dirty/dirt.csv --html dirt.html");
        see("documents", "documents --documents 20 --out documents --stores 2 --products 4");
        Files.writeString(
                folder.resolve("questions.jsonl"),
                "{\"id\": \"q1\", \"question\": \"?\", \"type\": \"injection\", \"answer\": \"12\", \"difficulty\": \"easy\","
                        + " \"evidence\": [{\"document\": \"a.md\", \"start\": 0, \"end\": 9}]}\n");
        String place = "[{\"document\": \"a.md\", \"start\": 0, \"end\": 9}]";
        Files.writeString(
                folder.resolve("answers.jsonl"),
                "{\"id\": \"q1\", \"answer\": \"13\", \"retrieved\": " + place + ", \"citations\": " + place + "}\n");
        see("rag score", "rag score answers.jsonl --questions questions.jsonl --html rag.html");
        see("uplift", "uplift");
        see("oracle", "oracle --folds 1");
        StringBuilder forecasts = new StringBuilder("date,store_code,sku,forecast\n");
        LocalDate.of(2025, 1, 1)
                .datesUntil(LocalDate.of(2025, 1, 11))
                .forEach(day -> forecasts.append(day).append(",S00001,SKU-000001,50\n"));
        Files.writeString(folder.resolve("forecast.csv"), forecasts);
        see("score", "score forecast.csv --html score.html");
        see("--delete", "--delete --scope facts --backup facts.sql.gz --confirm");
        Ended refused = Ended.of(folder, "--full-new --stores many --json");
        assertThat(refused.exitCode()).isEqualTo(2);
        collect(refused.json(), SEEN.get("--full-new"));
    }

    private static void see(String heading, String command) {
        Ended ended = Ended.of(folder, command + " --json --no-progress");
        assertThat(ended.exitCode()).as(command + ended.err()).isZero();
        collect(ended.json(), SEEN.computeIfAbsent(heading, key -> new LinkedHashSet<>()));
    }

    private static void collect(JsonNode node, Set<String> names) {
        // the keys of a configuration have a reference of their own
        JsonNode configuration = node.path("configuration");
        node.forEach(child -> {
            if (child != configuration) {
                collect(child, names);
            }
        });
        node.fields().forEachRemaining(field -> {
            names.add(field.getKey());
            if (BY_NAME.contains(field.getKey())) {
                field.getValue().fieldNames().forEachRemaining(names::remove);
                if (field.getKey().equals("schema")) {
                    names.clear();
                    names.add("schema");
                }
            }
        });
    }

    /** Whoever adds a command adds a line above, which needs a section in the reference. */
    @Test
    void everyCommandIsAmongThem() {
        Set<String> seen = new LinkedHashSet<>();
        SEEN.keySet().forEach(heading -> seen.add(heading.replaceFirst("^--", "")));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(CommandPage.commands());
    }

    @Test
    void everyFieldOfAResultIsInTheReference() {
        Set<String> ofAll = Reference.names(section("Every result"));
        SEEN.forEach((heading, names) -> {
            Set<String> named = new LinkedHashSet<>(ofAll);
            named.addAll(Reference.names(Reference.section(PAGE, heading)));
            named.addAll(Reference.names(Reference.section(PAGE, "--verify")));
            named.addAll(Reference.names(Reference.section(PAGE, "runs")));
            assertThat(Reference.missing(withoutTables(names), named))
                    .as(heading)
                    .isEmpty();
        });
    }

    @Test
    void everyFieldInTheReferenceIsInAResult() {
        Set<String> seen = new LinkedHashSet<>();
        SEEN.values().forEach(seen::addAll);
        String text = PAGE.text().substring(PAGE.text().indexOf("### Every result"));
        assertThat(Reference.missing(Reference.names(Reference.firstColumns(text)), seen))
                .isEmpty();
    }

    @Test
    void exitCodesAreThoseOfTheHelp() {
        String help = Ended.of(folder, "--help").out();
        Matcher told = Pattern.compile("\\b(\\d+)\\b").matcher(help.substring(help.indexOf("Exit codes:")));
        Set<String> codes = new LinkedHashSet<>();
        while (told.find()) {
            codes.add(told.group(1));
        }
        Set<String> listed = new LinkedHashSet<>();
        Matcher row = Pattern.compile("(?m)^\\| (\\d+)(?:, (\\d+))? \\|").matcher(PAGE.text());
        while (row.find()) {
            listed.add(row.group(1));
            if (row.group(2) != null) {
                listed.add(row.group(2));
            }
        }
        assertThat(listed).isEqualTo(codes);
    }

    private static Set<String> withoutTables(Set<String> names) {
        Set<String> fields = new LinkedHashSet<>(names);
        Table.SEVEN.forEach(table -> fields.remove(table.sqlName()));
        return fields;
    }

    private static String section(String heading) {
        String text = PAGE.text();
        int begin = text.indexOf("### " + heading);
        return text.substring(begin, text.indexOf("###", begin + 3));
    }
}
