package io.theforge.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.cli.Ran;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code examples/docker}, as written, as far as they go without an engine: in folders instead of an image. */
class ContainerTest {
    private static final Path DOCKER = YamlFile.ROOT.resolve("examples/docker");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /** The instructions of the last stage, each on one line. */
    private static List<String> lastStage() throws IOException {
        String text = Files.readString(DOCKER.resolve("Dockerfile"))
                .replaceAll("(?m)^#.*\n", "")
                .replace("\\\n", " ");
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            last = lines.get(i).startsWith("FROM ") ? i : last;
        }
        return lines.subList(last, lines.size());
    }

    /** Returns what stands behind the last instruction of this name. */
    private static String instruction(String name) throws IOException {
        List<String> found =
                lastStage().stream().filter(line -> line.startsWith(name + " ")).toList();
        assertThat(found).as(name).isNotEmpty();
        return found.get(found.size() - 1).substring(name.length() + 1).strip();
    }

    private static List<String> words(String json) throws IOException {
        return Arrays.asList(JSON.readValue(json.substring(json.indexOf('[')), String[].class));
    }

    @Test
    void theImageRunsAsAnotherUserAndWritesNothingButItsData() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        Shell.open(folder);
        Path build = folder.resolve("build");
        Path image = folder.resolve("image");
        Path forge = Files.createDirectories(image.resolve("opt/forge"));
        Path programs = Files.createDirectories(image.resolve("usr/local/bin"));
        BuiltForge.make(build.resolve("opt/forge"));
        for (String line : lastStage()) {
            if (line.startsWith("COPY --from=build ")) {
                copy(line.split(" +"), build, forge);
            }
        }
        String run = instruction("RUN")
                .replace("/opt/forge", forge.toString())
                .replace("/usr/local/bin", programs.toString())
                .replace("/data", image.resolve("data").toString());
        Map<String, String> environment = Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "HOME",
                image.resolve("data").toString(),
                "PATH",
                programs + ":/usr/bin:/bin");

        Shell made = Shell.step(forge, environment, Shell.ROOT ? run : run.replace("-o 10001 -g 10001 ", ""));

        assertThat(made.exit()).as(made.output()).isZero();
        assertThat(instruction("USER")).isEqualTo(Shell.NOBODY + ":" + Shell.NOBODY);
        List<String> before = files(image);
        Path data = image.resolve(instruction("WORKDIR").substring(1));
        String entry = words(instruction("ENTRYPOINT")).get(0);
        String program = programs.resolve(entry).toString();
        List<String> healthy = new ArrayList<>(words(instruction("HEALTHCHECK")));
        assertThat(healthy.remove(0)).isEqualTo(entry);
        for (List<String> arguments : List.of(words(instruction("CMD")), healthy)) {
            Shell ran = Shell.runAsNobody(data, environment, command(program, arguments));
            assertThat(ran.exit()).as(ran.output()).isZero();
        }
        assertThat(files(image)).isEqualTo(before);
        Shell export = Shell.runAsNobody(
                data,
                environment,
                command(
                        program,
                        List.of("export", "--format", "csv", "--out", "shop", "--stores", "2", "--products", "3")));
        assertThat(export.exit()).as(export.output()).isZero();
        assertThat(data.resolve("shop/manifest.json")).exists();
        assertThat(files(image))
                .filteredOn(file -> !file.startsWith("data"))
                .isEqualTo(
                        before.stream().filter(file -> !file.startsWith("data")).toList());
    }

    private static List<String> command(String program, List<String> arguments) {
        return Stream.concat(Stream.of(program), arguments.stream()).toList();
    }

    /** @param words of the instruction: COPY --from=build SOURCE... TARGET, relative to the working folder */
    private static void copy(String[] words, Path build, Path workFolder) throws Exception {
        Path target = workFolder.resolve(words[words.length - 1]);
        boolean into = words[words.length - 1].endsWith("/");
        for (String source : Arrays.copyOfRange(words, 2, words.length - 1)) {
            Path from = build.resolve(source.substring(1));
            Path to = into ? target.resolve(from.getFileName()) : target;
            Files.createDirectories(to.getParent());
            assertThat(Shell.run(build, Map.of(), List.of("cp", "-a", from.toString(), to.toString()))
                            .exit())
                    .isZero();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return List.copyOf(new TreeSet<>(
                    files.map(file -> folder.relativize(file).toString()).toList()));
        }
    }

    @Test
    void theDatabaseOfTheComposeFileHoldsTheDatasetWhenItIsReady() throws Exception {
        assumeTrue(LintTest.isOnPath("psql") && LintTest.isOnPath("pg_isready"), "no psql or pg_isready on the PATH");
        YamlFile services = YamlFile.read("examples/docker/compose.yml").at("services");
        List<String> command = new ArrayList<>(services.at("dataset", "command").texts());
        command.add("--json");
        Ran written = Ran.in(folder, command.toArray(String[]::new));
        assertThat(written.exit()).as(written.err()).isZero();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            YamlFile settings = services.at("database", "environment");
            String name = settings.at("POSTGRES_DB").text();
            String user = settings.at("POSTGRES_USER").text();
            boolean hasVector;
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + user + " LOGIN SUPERUSER");
                statement.execute("CREATE DATABASE " + name + " OWNER " + user);
                hasVector = statement
                        .executeQuery("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'")
                        .next();
            }
            Map<String, String> environment =
                    Map.of("PGPORT", String.valueOf(postgres.getPort()), "PGHOST", "localhost");
            for (String file : files(DOCKER.resolve("initdb"))) {
                if (file.isEmpty() || file.contains("vector") && !hasVector) {
                    continue;
                }
                Path here = folder.resolve(file);
                Files.writeString(
                        here,
                        Files.readString(DOCKER.resolve("initdb").resolve(file)).replace("/dataset/", folder + "/"));
                // as the image's entry point calls it
                Shell done = Shell.run(
                        folder,
                        environment,
                        List.of(
                                "psql",
                                "-v",
                                "ON_ERROR_STOP=1",
                                "--no-psqlrc",
                                "--no-password",
                                "--username",
                                user,
                                "--dbname",
                                name,
                                "-f",
                                here.toString()));
                assertThat(done.exit()).as(done.output()).isZero();
            }

            List<String> healthy =
                    services.at("database", "healthcheck", "test").texts();
            assertThat(Shell.run(folder, environment, healthy.subList(1, healthy.size()))
                            .exit())
                    .isZero();
            String url = services.at("forge", "environment", "DATABASE_URL")
                    .text()
                    .replace("database:5432", "localhost:" + postgres.getPort());
            Map<String, String> variables = Map.of(
                    "DATABASE_URL",
                    url,
                    "PGPASSWORD",
                    settings.at("POSTGRES_PASSWORD").text());
            assertThat(Ran.in(folder, variables, "--verify").exit()).isZero();
            assertThat(Ran.in(folder, variables, "fingerprint", url, "--json")
                            .json()
                            .get("fingerprint"))
                    .isEqualTo(written.json().get("fingerprint"));
        }
    }

    @Test
    void theServicesAreClosedAndTheirImagesHaveVersions() throws Exception {
        YamlFile services = YamlFile.read("examples/docker/compose.yml").at("services");
        for (String service : List.of("dataset", "forge")) {
            assertThat(services.at(service, "read_only").value()).isEqualTo(true);
            assertThat(services.at(service, "cap_drop").texts()).containsExactly("ALL");
            assertThat(services.at(service, "volumes").texts()).allMatch(volume -> volume.endsWith(":/data"));
        }
        assertThat(services.at("database", "image").text()).isEqualTo("pgvector/pgvector:pg17");
        assertThat(services.at("database", "ports").texts()).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(Files.readAllLines(DOCKER.resolve("Dockerfile")))
                .filteredOn(line -> line.startsWith("FROM "))
                .hasSize(2)
                .allMatch(line -> line.matches("FROM [a-z-]+:\\d[\\w.-]+( AS build)?"));
    }
}
