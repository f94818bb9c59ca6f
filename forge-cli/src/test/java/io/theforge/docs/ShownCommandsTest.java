package io.theforge.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command that a page shows is run as written, page by page, in the order of the page. A block "sh" is run; with "sh no-test" it
 * is not. "yaml NAME" is saved under that name, "sql" is run in the embedded file. A block without a language shows what the command
 * before it says. A comment "# exit code 3" names another end than 0.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the pages show commands of GNU's tools")
class ShownCommandsTest {
    /** The database that the pages speak of. */
    private static final String SHOWN_SERVER = "localhost:5432";

    /** Pages that need one of them are passed over where there is none. */
    private static final List<String> NOT_EVERYWHERE = List.of("psql", "python3", "Rscript");

    @TempDir
    static Path folder;

    private static ProgramServer programs;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        programs = new ProgramServer();
        postgres = EmbeddedPostgres.start();
        sql("CREATE ROLE ann LOGIN PASSWORD 'secret'");
    }

    @AfterAll
    static void stop() throws Exception {
        programs.close();
        postgres.close();
    }

    private static void sql(String... statements) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPageDoesWhatItSays() {
        return Page.all().stream()
                .filter(page ->
                        page.blocks().stream().anyMatch(block -> !Step.of(block).isEmpty()))
                .map(page -> dynamicTest(page.name(), () -> follow(page)));
    }

    private static void follow(Page page) throws Exception {
        List<Step> steps = new ArrayList<>();
        Map<Integer, Page.Block> shown = new HashMap<>();
        for (Page.Block block : page.blocks()) {
            if (block.info().isEmpty() && !steps.isEmpty()) {
                shown.put(steps.size() - 1, block);
            }
            for (Step step : Step.of(block)) {
                steps.add(new Step(step.line(), here(step.script()), step.exitCode()));
            }
        }
        for (String program : NOT_EVERYWHERE) {
            boolean needed = steps.stream().anyMatch(step -> step.script().contains(program + " "));
            assumeTrue(!needed || isOnPath(program), page.name() + " needs " + program + ", which is not on the PATH");
        }
        sql("DROP DATABASE IF EXISTS shop WITH (FORCE)", "CREATE DATABASE shop OWNER ann");
        Reader reader = new Reader(folder.resolve(page.name().replace('/', '-')));

        List<Reader.Done> done = reader.follow(steps, programs);

        for (int i = 0; i < done.size(); i++) {
            Reader.Done each = done.get(i);
            String place =
                    page.name() + ":" + each.step().line() + ": " + each.step().script();
            assertThat(each.exitCode())
                    .as("%s%nexit code%n%s%s", place, each.out(), each.err())
                    .isEqualTo(each.step().exitCode());
            if (shown.containsKey(i)) {
                assertThat(ShownOutput.missing(shown.get(i).lines(), each.err() + each.out()))
                        .as(
                                "%s%nshows a line at %d that is not in%n%s%s",
                                place, shown.get(i).line(), each.err(), each.out())
                        .isEmpty();
            }
        }
        assertThat(done).hasSameSizeAs(steps);
    }

    private static String here(String script) {
        return script.replace(SHOWN_SERVER, "localhost:" + postgres.getPort());
    }

    private static boolean isOnPath(String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(String.valueOf(System.getenv("PATH")))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }
}
