package io.theforge.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code examples/junit} as somebody else's project: copies of it, built by Maven against what {@code mvn install} would install, on the
 * oldest JUnit that will do and on the newest, at once and with one cache that is empty before.
 */
@EnabledIfSystemProperty(named = "forge.test.maven", matches = ".+", disabledReason = "Maven says where it is")
class JunitExampleTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "junit");

    @TempDir
    private Path folder;

    @Test
    void itsTestsPassInJunit5And6AtTheSameTime() throws IOException, InterruptedException {
        List<OtherProject> projects = List.of(
                OtherProject.copy(EXAMPLE, folder.resolve("5")), OtherProject.copy(EXAMPLE, folder.resolve("6")));
        List<String> versions = List.of("-Djunit.version=5.13.4", "-Djunit.version=6.1.3");
        String cache = "-Dforge.junit.cache=" + folder.resolve("cache");
        List<Process> builds = List.of(
                projects.get(0).start("-o", "verify", versions.get(0), cache),
                projects.get(1).start("-o", "verify", versions.get(1), cache));
        for (int i = 0; i < 2; i++) {
            String said = OtherProject.output(builds.get(i));
            if (said.contains("offline mode")) {
                builds.get(1).waitFor();
                said = OtherProject.output(projects.get(i).start("verify", versions.get(i), cache));
            }
            assertThat(said)
                    .contains("Tests run: 5, Failures: 0, Errors: 0, Skipped: 0", "BUILD SUCCESS")
                    .doesNotContain("SLF4J", "makes again");
        }
        assertThat(names("cache"))
                .hasSize(4)
                .filteredOn(name -> name.endsWith(".duckdb"))
                .hasSize(3);
        assertThat(names("cache/uses")).isEmpty();
    }

    private List<String> names(String of) throws IOException {
        try (var files = Files.list(folder.resolve(of))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
