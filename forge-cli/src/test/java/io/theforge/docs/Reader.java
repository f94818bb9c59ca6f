package io.theforge.docs;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Does what a page says, in one shell and in a folder that looks like a fresh checkout. */
final class Reader {
    private static final int MAX_SECONDS = 300;

    private final Path folder;
    private final Path notes;

    /** @param folder a new one */
    Reader(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("checkout"));
        notes = Files.createDirectories(folder.resolve("notes"));
        Files.createSymbolicLink(this.folder.resolve("examples"), Page.ROOT.resolve("examples"));
        install(this.folder.resolve("forge"));
        install(Files.createDirectories(folder.resolve("bin")).resolve("duckdb"));
    }

    private static void install(Path program) throws IOException {
        Files.writeString(program, ProgramServer.script());
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What came of a step. */
    record Done(Step step, int exitCode, String out, String err) {}

    /** Returns what came of the steps, up to the first that ended otherwise than told. */
    List<Done> follow(List<Step> steps, ProgramServer server) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("set -o pipefail\n");
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            script.append("{ ")
                    .append(step.script())
                    .append("\n} >../notes/")
                    .append(i)
                    .append(".out 2>../notes/");
            script.append(i)
                    .append(".err </dev/null\nended=$?; echo $ended >../notes/")
                    .append(i);
            script.append("; ((ended == ").append(step.exitCode()).append(")) || exit\n");
        }
        Path file = Files.writeString(notes.resolve("script"), script);
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", file.toString()).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolveSibling("bin") + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("DOCS_PORT", String.valueOf(server.port()));
        builder.environment().put("DOCS_CALLS", notes.toString());
        builder.environment()
                .put(
                        "DOCS_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("DOCS_CLASSES", System.getProperty("java.class.path"));
        Process shell = builder.redirectErrorStream(true)
                .redirectOutput(notes.resolve("shell").toFile())
                .start();
        if (!shell.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
            shell.destroyForcibly();
        }
        return results(steps);
    }

    private List<Done> results(List<Step> steps) throws IOException {
        List<Done> done = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Path ended = notes.resolve(String.valueOf(i));
            if (!Files.exists(notes.resolve(i + ".out"))) {
                break;
            }
            int exitCode = Files.exists(ended)
                    ? Integer.parseInt(Files.readString(ended).strip())
                    : -1;
            done.add(new Done(
                    steps.get(i),
                    exitCode,
                    Files.readString(notes.resolve(i + ".out")),
                    Files.readString(notes.resolve(i + ".err")) + shellErrors()));
        }
        return done;
    }

    /** Returns what the shell itself had to say, such as where a script cannot be read. */
    private String shellErrors() throws IOException {
        return Files.readString(notes.resolve("shell"));
    }
}
