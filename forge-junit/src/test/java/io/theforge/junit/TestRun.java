package io.theforge.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs classes of tests as JUnit does, and keeps what came of it. */
record TestRun(EngineExecutionResults results, String standardError) {
    static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

    static TestRun of(Class<?>... classes) {
        return of(Map.of(), classes);
    }

    static TestRun inParallel(Class<?>... classes) {
        return of(
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
                classes);
    }

    static synchronized TestRun of(Map<String, String> parameters, Class<?>... classes) {
        Map<String, String> all =
                new LinkedHashMap<>(Map.of("forge.junit.cache", CACHE.toString(), "forge.junit.database", "duckdb:"));
        all.putAll(parameters);
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                    .configurationParameters(all)
                    .selectors(Arrays.stream(classes)
                            .map(each -> selectClass(each))
                            .toArray(DiscoverySelector[]::new))
                    .execute();
            return new TestRun(results, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    /** What failed, tests and classes, in the order in which it did. */
    List<Throwable> failures() {
        return results.allEvents().finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    long succeeded() {
        return results.testEvents().succeeded().count();
    }
}
