package io.theforge.database.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PgBouncer in transaction mode with one connection to the server: whoever comes next gets the session that the one before has
 * left. Where it is not installed, root on Debian installs it; elsewhere the test is skipped.
 */
final class PgBouncer implements AutoCloseable {
    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static PgBouncer before(TestServer.Database database, Path folder) throws Exception {
        Path program = program(folder);
        String url = database.url();
        String host = url.replaceFirst(".*@([^:/]+).*", "$1");
        String serverPort = url.replaceFirst(".*@[^:/]+:(\\d+)/.*", "$1");
        int port = freePort();
        Path settings = folder.resolve("pgbouncer.ini");
        Files.writeString(settings, String.format(Locale.ROOT, """
                [databases]
                %s = host=%s port=%s user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                auth_type = any
                pool_mode = transaction
                default_pool_size = 1
                unix_socket_dir =
                """, database.name(), host, serverPort, port));
        // it does not run as root, and the user that it runs as has to find its settings
        boolean root = "root".equals(System.getProperty("user.name"));
        for (Path each = settings; root && each != null && each.startsWith(folder); each = each.getParent()) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        List<String> command = new ArrayList<>(
                root ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : List.of());
        command.addAll(List.of(program.toString(), settings.toString()));
        Path log = folder.resolve("pgbouncer.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PgBouncer pooler = new PgBouncer(process, port);
        while (process.isAlive()) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return pooler;
            } catch (IOException e) {
                Thread.onSpinWait(); // until it listens
            }
        }
        throw new IllegalStateException("PgBouncer has ended: " + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path program(Path folder) throws Exception {
        Optional<Path> found = find();
        if (found.isEmpty()) {
            Path release = Path.of("/etc/os-release");
            boolean ours = "root".equals(System.getProperty("user.name"))
                    && Files.exists(release)
                    && Files.readAllLines(release, StandardCharsets.UTF_8).contains("ID=debian");
            assumeTrue(ours, "no PgBouncer on the PATH, and only root on Debian can install it");
            run(folder, "apt-get", "update");
            run(folder, "apt-get", "install", "-y", "--no-install-recommends", "pgbouncer");
            found = find();
            assumeTrue(found.isPresent(), "PgBouncer could not be installed: apt-get install pgbouncer");
        }
        return found.orElseThrow();
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin") + File.pathSeparator + "/usr/sbin";
        return Arrays.stream(path.split(File.pathSeparator))
                .map(each -> Path.of(each, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void run(Path folder, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("apt-get.log").toFile());
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }

    /** @param database as it is called on the server */
    String url(String database) {
        return "postgresql://postgres@127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
