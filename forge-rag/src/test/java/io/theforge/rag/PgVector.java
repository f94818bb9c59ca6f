package io.theforge.rag;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL with the extension vector. The server that tests bring along has none, and no package has one for it: Debian's source of
 * pgvector is compiled once against the headers of the same major version, which are unpacked and not installed. Where that cannot be
 * had, who asks is skipped, with the reason.
 */
public final class PgVector {
    /** Built once for all modules, until somebody cleans. */
    private static final Path BUILT =
            Path.of("..", "forge-rag", "target", "pgvector").toAbsolutePath().normalize();

    private static final Path LIBRARY = BUILT.resolve("vector.so");
    private static final String SUITE = "trixie";
    private static final String KEY = "/usr/share/keyrings/debian-archive-keyring.gpg";
    private static EmbeddedPostgres server;
    private static Path control;
    private static int databases;

    private PgVector() {}

    /** Returns the URL of a new database on the server, in which the extension can be created. */
    public static synchronized String database() throws Exception {
        if (server == null) {
            build();
            // a copy of the program for this module alone: others have none with this extension
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(BUILT.resolve("server").toFile())
                    .start();
            install(started);
            server = started;
        }
        String name = "rag" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return "postgresql://postgres@localhost:" + server.getPort() + "/" + name;
    }

    /** Something that fails in any way. */
    interface Work {
        void run() throws Exception;
    }

    /** Does something while the server does not have the extension. */
    static synchronized void whileAbsent(Work work) throws Exception {
        Path aside = control.resolveSibling("vector.aside");
        Files.move(control, aside);
        try {
            work.run();
        } finally {
            Files.move(aside, control);
        }
    }

    private static void install(EmbeddedPostgres started) throws Exception {
        try (Connection connection = started.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            copy(LIBRARY, folder(statement, "PKGLIBDIR"));
            Path extensions = folder(statement, "SHAREDIR").resolve("extension");
            control = extensions.resolve("vector.control");
            try (Stream<Path> files = Files.list(BUILT.resolve("extension"))) {
                for (Path file : files.toList()) {
                    copy(file, extensions);
                }
            }
        }
    }

    private static Path folder(Statement statement, String name) throws Exception {
        try (ResultSet row = statement.executeQuery("SELECT setting FROM pg_config WHERE name = '" + name + "'")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void build() throws Exception {
        if (Files.exists(LIBRARY)) {
            return;
        }
        Path release = Path.of("/etc/os-release");
        boolean debian = Files.exists(release)
                && Files.readAllLines(release, StandardCharsets.UTF_8).contains("ID=debian")
                && Files.exists(Path.of(KEY));
        assumeTrue(debian, "pgvector for the embedded PostgreSQL is made of Debian's packages, and this is no Debian");
        assumeTrue(run("gcc", "--version"), "there is no gcc, with which pgvector is made");
        Path source = Files.createDirectories(BUILT.resolve("source"));
        Path headers = Files.createDirectories(BUILT.resolve("headers"));
        String archive = archive();
        assumeTrue(!archive.isEmpty(), "this machine names no place of Debian's packages");
        List<String> apt = apt(archive);
        assumeTrue(run(apt, "update"), "Debian's lists of packages cannot be had: " + said());
        assumeTrue(
                run(apt, "source", "--download-only", "pgvector")
                        && run(apt, "download", "postgresql-server-dev-17", "libpq-dev"),
                "Debian's packages pgvector and postgresql-server-dev-17 cannot be had: " + said());
        for (Path file : files(".deb")) {
            unpack("dpkg", "-x", file.toString(), headers.toString());
        }
        unpack("tar", "xf", files(".orig.tar.gz").get(0).toString(), "-C", source.toString(), "--strip-components=1");
        compile(source, headers);
    }

    private static void compile(Path source, Path headers) throws Exception {
        Path extension = Files.createDirectories(BUILT.resolve("extension"));
        copy(source.resolve("vector.control"), extension);
        String control = Files.readString(source.resolve("vector.control"));
        String version = control.replaceAll("(?s).*default_version = '([^']+)'.*", "$1");
        Files.copy(
                source.resolve("sql/vector.sql"),
                extension.resolve("vector--" + version + ".sql"),
                StandardCopyOption.REPLACE_EXISTING);
        Path include = headers.resolve("usr/include/postgresql");
        List<String> command = new ArrayList<>(List.of("gcc", "-O2", "-fPIC", "-shared", "-ftree-vectorize"));
        command.addAll(List.of("-fassociative-math", "-fno-signed-zeros", "-fno-trapping-math"));
        command.addAll(List.of("-I" + include.resolve("17/server"), "-I" + include, "-o", LIBRARY + ".new"));
        try (Stream<Path> sources = Files.list(source.resolve("src"))) {
            sources.map(Path::toString)
                    .filter(file -> file.endsWith(".c"))
                    .sorted()
                    .forEach(command::add);
        }
        unpack(command.toArray(String[]::new));
        Files.move(Path.of(LIBRARY + ".new"), LIBRARY);
    }

    /** Where this machine has its Debian packages from: the archive has all releases. */
    private static String archive() throws Exception {
        if (!run("apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages", "Label: Debian")) {
            return "";
        }
        return Files.readString(log().toPath())
                .lines()
                .filter(line -> line.contains("://"))
                .findFirst()
                .orElse("");
    }

    /** apt with lists and a cache of its own, so that nothing on the machine changes. */
    private static List<String> apt(String archive) throws IOException {
        for (String folder : List.of("lists/partial", "cache/archives/partial")) {
            Files.createDirectories(BUILT.resolve(folder));
        }
        Path sources = BUILT.resolve("sources.list");
        String place = " [signed-by=" + KEY + "] " + archive + " " + SUITE + " main\n";
        Files.writeString(sources, "deb" + place + "deb-src" + place);
        return List.of(
                "apt-get",
                "-o",
                "Dir::Etc::SourceList=" + sources,
                "-o",
                "Dir::Etc::SourceParts=/dev/null",
                "-o",
                "Dir::State::Lists=" + BUILT.resolve("lists"),
                "-o",
                "Dir::Cache=" + BUILT.resolve("cache"),
                "-o",
                "Acquire::Languages=none",
                "-o",
                "APT::Sandbox::User=");
    }

    private static List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.list(BUILT)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static void unpack(String... command) throws Exception {
        if (!run(command)) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said());
        }
    }

    private static boolean run(List<String> command, String... more) throws Exception {
        return run(Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private static boolean run(String... command) throws Exception {
        Files.createDirectories(BUILT);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(BUILT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log())
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static File log() {
        return BUILT.resolve("log.txt").toFile();
    }

    private static String said() throws IOException {
        String said = Files.readString(log().toPath());
        return said.substring(Math.max(0, said.length() - 300)).strip();
    }
}
