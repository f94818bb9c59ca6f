package io.theforge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference of logs names every event, and every field of log lines and audit records, that commands really write. */
class LogsReferenceTest {
    private static final Page PAGE = Page.named("docs/reference/logs.md");
    private static final Page RESULTS = Page.named("docs/reference/results.md");

    /** What the logging library adds, and the first word of the fields of a result. */
    private static final Set<String> OF_EVERY_LINE = Set.of("@timestamp", "@version", "thread_name", "level_value");

    private static final List<JsonNode> LOG = new ArrayList<>();
    private static final List<JsonNode> AUDIT = new ArrayList<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeLogs() throws Exception {
        run("--full-new --confirm --stores 2 --products 3 --end-date 2024-03-31");
        run("--full-new --confirm --stores 2 --products 3 --end-date 2024-03-31 --config odd.yaml");
        run("--append --end-date 2024-04-02 --dry-run");
        run("--append --end-date 2024-04-02");
        run("--append --start-date 2024-04-01 --end-date 2024-04-02 --seed 42");
        run("--verify");
        run("--delete");
        run("--delete --confirm");
        run("runs show 99");
        run("--nonsense");
        for (String line : Files.readAllLines(folder.resolve("audit.jsonl"))) {
            AUDIT.add(Ended.parse(line));
        }
    }

    private static void run(String command) throws Exception {
        Files.writeString(folder.resolve("odd.yaml"), "retail: {promotion_lift: 2, lift_by_depth: {0.2: 1.5}}\n");
        LOG.addAll(Ended.of(
                        folder,
                        Map.of("SEEDER_BATCH_SIZE", "500"),
                        command + " --log-format json --audit-log audit.jsonl")
                .log());
    }

    @Test
    void everyEventIsInTheReference() {
        Set<String> events = new LinkedHashSet<>();
        LOG.forEach(line -> events.add(line.get("event").asText().replaceFirst("forge\\.\\w+\\.", "forge.OPERATION.")));

        assertThat(events).contains("forge.message", "forge.warning", "forge.failed", "forge.OPERATION.completed");
        assertThat(Reference.missing(events, Reference.codes(PAGE.text()))).isEmpty();
    }

    @Test
    void everyFieldOfALogLineIsInTheReference() {
        assertThat(Reference.missing(fields(LOG), named())).isEmpty();
    }

    @Test
    void everyFieldOfAnAuditRecordIsInTheReference() {
        assertThat(AUDIT).hasSizeGreaterThan(10);
        assertThat(Reference.missing(fields(AUDIT), named())).isEmpty();
    }

    private static Set<String> named() {
        Set<String> named = new LinkedHashSet<>(OF_EVERY_LINE);
        named.addAll(Reference.names(PAGE.text()));
        named.addAll(Reference.names(RESULTS.text()));
        return named;
    }

    private static Set<String> fields(List<JsonNode> lines) {
        Set<String> fields = new LinkedHashSet<>();
        lines.forEach(line -> line.fieldNames().forEachRemaining(fields::add));
        return fields;
    }
}
