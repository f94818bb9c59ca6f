package io.theforge.cli.pipeline;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One command of another program that has ended, and what it said. */
record Shell(int exit, String output) {
    static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    /** A user that no machine has, as in the image. */
    static final int NOBODY = 10_001;

    private static final int MAX_MINUTES = 10;

    /** In an environment with nothing but these and the path. */
    static Shell run(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        Path output = Files.createTempFile("shell", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", System.getenv("PATH"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("does not end: " + command);
            }
            return new Shell(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** As {@link #NOBODY} where that can be had: root may write everywhere. */
    static Shell runAsNobody(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        List<String> line = new ArrayList<>();
        if (ROOT) {
            line.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        line.addAll(command);
        return run(folder, environment, line);
    }

    /** As a workflow runs a step whose shell is bash. */
    static Shell step(Path folder, Map<String, String> environment, String script) throws Exception {
        Path file = Files.createTempFile("step", ".sh");
        try {
            Files.writeString(file, script);
            return run(
                    folder,
                    environment,
                    List.of("/bin/bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString()));
        } finally {
            Files.delete(file);
        }
    }

    /** Lets everybody look into a temporary folder. */
    static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
