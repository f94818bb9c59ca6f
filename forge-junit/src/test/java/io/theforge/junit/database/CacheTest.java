package io.theforge.junit.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.model.ForgeConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private static final Contents SHOP = contents(42);

    @TempDir
    private Path cache;

    static Contents contents(long seed) {
        ForgeConfig config =
                ConfigReader.resolve(null, new Overrides(seed, 1, 1, null, null, null, null), Overrides.NONE);
        return new Contents(config, false);
    }

    private List<String> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .toList();
        }
    }

    private static void use(TestDatabases databases, Contents contents) {
        databases.open(contents, null, true).close();
    }

    @Test
    void theSameContentsAreMadeOnceAndOthersBesideThem() throws IOException {
        try (TestDatabases first = new TestDatabases(cache);
                TestDatabases second = new TestDatabases(cache)) {
            use(first, SHOP);
            FileTime made = Files.getLastModifiedTime(cache);
            use(second, SHOP);
            assertThat(Files.getLastModifiedTime(cache)).isEqualTo(made);
            use(second, contents(43));
            use(second, new Contents(SHOP.config(), true));
        }
        assertThat(files("")).hasSize(3).allMatch(name -> name.matches("[0-9a-f]{32}\\.duckdb"));
    }

    @Test
    void theKeyNamesTheBuildAndNothingThatChanges() {
        assertThat(Build.identity())
                .matches("[0-9a-f]{32} duckdb_jdbc-.*\\.jar")
                .isEqualTo(Build.identity());
        assertThat(SHOP.key())
                .isEqualTo(contents(42).key())
                .isNotEqualTo(contents(43).key());
    }

    @Test
    void whatNobodyUsesGoesWhenSomethingNewComes() throws IOException {
        try (TestDatabases databases = new TestDatabases(cache)) {
            use(databases, SHOP);
            Path old = cache.resolve(SHOP.key() + ".duckdb");
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(29))));
            use(databases, contents(1));
            assertThat(old).exists();
            use(databases, SHOP);
            assertThat(Files.getLastModifiedTime(old).toInstant())
                    .isAfter(Instant.now().minus(Duration.ofDays(1)));
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
            use(databases, contents(2));
            assertThat(old).doesNotExist();
            use(databases, SHOP);
            assertThat(old).exists();
        }
    }

    @Test
    void aCopyThatIsWrittenToLeavesTheCachedFileAsItWas() throws IOException, SQLException {
        try (TestDatabases databases = new TestDatabases(cache)) {
            use(databases, SHOP);
            Path whole = cache.resolve(SHOP.key() + ".duckdb");
            byte[] before = Files.readAllBytes(whole);
            try (TestDatabase database = databases.open(SHOP, null, true);
                    Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM sales_daily");
                statement.execute("CHECKPOINT");
            }
            assertThat(Files.readAllBytes(whole)).isEqualTo(before);
        }
    }

    /** Uses a database, says so, and lives until it is killed. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] arguments) throws Exception {
            TestDatabases databases = new TestDatabases(Path.of(arguments[0]));
            databases.open(SHOP, null, true);
            System.out.println("open");
            System.in.read();
        }
    }

    /** Makes a database that others make at the same time. */
    static final class Maker {
        private Maker() {}

        public static void main(String[] arguments) {
            try (TestDatabases databases = new TestDatabases(Path.of(arguments[0]))) {
                use(databases, SHOP);
            }
            System.out.println("made");
        }
    }

    private Process start(Class<?> program) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        cache.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void whatAKilledProcessHasLeftIsRemovedByTheNextAndWhatALivingOneUsesIsNot() throws Exception {
        Process process = start(Killed.class);
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("open");
            new TestDatabases(cache).close();
            try (TestDatabases other = new TestDatabases(cache)) {
                use(other, SHOP);
                assertThat(files("forge.duckdb")).hasSize(1);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(files("forge.duckdb")).hasSize(1);
        try (TestDatabases next = new TestDatabases(cache)) {
            use(next, SHOP);
        }
        assertThat(files("")).containsExactly(SHOP.key() + ".duckdb");
    }

    @Test
    void processesThatMakeTheSameAtOnceAllGetIt() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start(Maker.class));
        }
        for (Process process : processes) {
            assertThat(process.inputReader().lines()).containsExactly("made");
            assertThat(process.waitFor()).isZero();
        }
        assertThat(files("")).containsExactly(SHOP.key() + ".duckdb");
    }
}
