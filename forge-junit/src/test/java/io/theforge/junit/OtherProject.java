package io.theforge.junit;

import io.theforge.Forge;
import io.theforge.database.Warehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Somebody else's Maven project. Its local repository is that of this build, by links, but for the Forge's own modules: those are what
 * has just been built. So nothing is installed, and what Maven fetches for it is fetched once.
 */
record OtherProject(Path folder) {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final Map<String, Class<?>> MODULES =
            Map.of("forge-core", Forge.class, "forge-database", Warehouse.class, "forge-junit", ForgeDataset.class);
    private static final Path REPOSITORY =
            Path.of("target", "other-project-repository").toAbsolutePath();

    static OtherProject copy(Path project, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(each -> !each.startsWith(project.resolve("target")))
                    .toList()) {
                Path copy = to.resolve(project.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? copy : copy.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, copy);
                }
            }
        }
        stage();
        return new OtherProject(to);
    }

    private static synchronized void stage() throws IOException {
        Path local = Path.of(System.getProperty("forge.test.local-repository"));
        link(local, REPOSITORY, "io");
        link(local.resolve("io"), REPOSITORY.resolve("io"), "theforge");
        Path ours = REPOSITORY.resolve("io").resolve("theforge");
        install(ours, "forge", Path.of("..", "pom.xml"));
        for (Map.Entry<String, Class<?>> module : MODULES.entrySet()) {
            Path place = install(ours, module.getKey(), Path.of("..", module.getKey(), "pom.xml"));
            jar(module.getValue(), place.resolve(module.getKey() + "-" + VERSION + ".jar"));
        }
    }

    /** Everything of one folder but what has this name. */
    private static void link(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                Path link = to.resolve(entry.getFileName().toString());
                if (!link.endsWith(except) && !Files.exists(link)) {
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }

    private static Path install(Path ours, String module, Path pom) throws IOException {
        Path place = Files.createDirectories(ours.resolve(module).resolve(VERSION));
        Files.copy(pom, place.resolve(module + "-" + VERSION + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        return place;
    }

    /** In `mvn verify` a module is a jar by now, in `mvn test` a folder. */
    private static void jar(Class<?> of, Path to) throws IOException {
        Path classes;
        try {
            classes = Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        if (Files.isRegularFile(classes)) {
            Files.copy(classes, to, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, jar);
            }
        }
    }

    /** Returns what a build prints, to its end. */
    static String output(Process build) throws IOException, InterruptedException {
        String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        build.waitFor();
        return said;
    }

    /** Starts Maven. With {@code -o} it fetches nothing, and says so where something is missing. */
    Process start(String... arguments) throws IOException {
        String maven =
                Path.of(System.getProperty("forge.test.maven"), "bin", "mvn").toString();
        List<String> command = new ArrayList<>(List.of(maven, "-B", "-ntp", "-Dmaven.repo.local=" + REPOSITORY));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "FORGE_JUNIT_DATABASE", "FORGE_JUNIT_CACHE"));
        return builder.start();
    }
}
