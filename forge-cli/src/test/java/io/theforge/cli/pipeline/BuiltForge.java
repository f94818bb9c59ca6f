package io.theforge.cli.pipeline;

import io.theforge.cli.Forge;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;

/** A checkout whose program the launcher finds built: jars of the classes under test. */
final class BuiltForge {
    private static final String LAUNCHER = "forge-cli/target/launcher";

    private BuiltForge() {}

    /** @param root a folder that is not there yet */
    static void make(Path root) throws IOException {
        Path built = root.resolve(LAUNCHER);
        Files.createDirectories(root.resolve("forge-cli/src/main"));
        Path lib = Files.createDirectories(built.resolve("lib"));
        Files.createFile(root.resolve("pom.xml"));
        Files.createFile(root.resolve("forge-cli/pom.xml"));
        Files.copy(YamlFile.ROOT.resolve("forge"), root.resolve("forge"));
        if (!root.resolve("forge").toFile().setExecutable(true, false)) {
            throw new IOException("cannot be made executable: " + root);
        }
        List<String> names = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                names.add(names.size() + ".jar");
                jar(path, lib.resolve(names.get(names.size() - 1)));
            } else if (Files.isRegularFile(path)) {
                names.add(path.getFileName().toString());
                Files.copy(path, lib.resolve(path.getFileName()));
            }
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Forge.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", names));
        try (OutputStream file = Files.newOutputStream(lib.resolve("forge.jar"))) {
            new JarOutputStream(file, manifest).close();
        }
        Files.createFile(built.resolve("sessions.txt"));
        Files.createFile(built.resolve("stamp"));
    }

    /** So that no start takes its time to make one. */
    static void doWithoutArchive(Path root) throws IOException {
        String jdk = System.getProperty("java.home") + "-" + System.getProperty("java.version");
        Files.createFile(root.resolve(LAUNCHER).resolve("classes" + jdk.replaceAll("[^A-Za-z0-9.]", "-") + ".jsa"));
    }

    private static void jar(Path classes, Path jar) throws IOException {
        PrintWriter log = new PrintWriter(Writer.nullWriter());
        int status = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(log, log, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (status != 0) {
            throw new IOException("no jar of " + classes);
        }
    }
}
