package io.theforge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.append.AppendRequest;
import io.theforge.database.guard.ProductionGuard;
import io.theforge.database.report.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that embeds the library, in a process whose environment says production. */
class LibraryInProductionTest {
    @TempDir
    Path folder;

    /** Tries everything that writes, with and without a guard that would let it pass, and says what came of it. */
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            DatabaseUrl url = new DatabaseUrl(Path.of(arguments[0]), null);
            for (Warehouse warehouse : List.of(
                    Warehouse.of(url),
                    Warehouse.of(url, new ProductionGuard(null, null)),
                    Warehouse.of(url, new ProductionGuard("development", "true")))) {
                attempt(() -> warehouse.fullNew(Shops.plan(1, 1, 1, 2), Shops.WORK, Shops.SILENT));
                attempt(() -> warehouse.append(new AppendRequest(null, null, null, true), Shops.WORK, Shops.SILENT));
                attempt(warehouse::protect);
                attempt(() -> warehouse.unprotect(warehouse.databaseName()));
            }
        }

        private static void attempt(Runnable operation) {
            try {
                operation.run();
                System.out.println("done");
            } catch (RefusedException e) {
                System.out.println("refused: " + e.remedy());
            }
        }
    }

    private List<String> said(Map<String, String> environment) throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                folder.resolve("library.duckdb").toString());
        process.environment().putAll(environment);
        process.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process running = process.start();
        return new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void nothingThatWritesPassesAndNothingIsCreated() throws IOException {
        assertThat(said(Map.of("APP_ENV", " LIVE ")))
                .hasSize(12)
                .allMatch(line -> line.startsWith("refused: ") && line.contains("SEEDER_ALLOW_PRODUCTION=true"));
        assertThat(Files.exists(folder.resolve("library.duckdb"))).isFalse();
        assertThat(Files.exists(folder.resolve("library.duckdb.lock"))).isFalse();
    }

    @Test
    void theOverrideInTheEnvironmentLetsItPass() throws IOException {
        assertThat(said(Map.of("APP_ENV", "production", "SEEDER_ALLOW_PRODUCTION", "true")))
                .hasSize(12)
                .containsOnly("done");
    }
}
