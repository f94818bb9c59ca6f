package io.theforge.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL cluster made for this run: default settings, a free port, this machine only. */
final class OwnCluster {
    private static final String PID = "data/postmaster.pid";

    private final Path bin;
    private final Path folder;
    /** Words before each command: PostgreSQL does not run as root. */
    private final List<String> asUser;

    private OwnCluster(Path bin, Path folder, List<String> asUser) {
        this.bin = bin;
        this.folder = folder;
        this.asUser = asUser;
    }

    /**
     * The folder with a server's programs, null when this machine has none.
     *
     * @throws IllegalStateException when the one that is given has none
     */
    static @Nullable Path find(@Nullable Path given) throws IOException {
        if (given != null) {
            if (!hasServer(given)) {
                throw new IllegalStateException("--postgres-bin: " + given + " has no initdb and pg_ctl to run");
            }
            return given;
        }
        List<Path> folders = new ArrayList<>();
        Path packaged = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(packaged)) {
            try (Stream<Path> versions = Files.list(packaged)) {
                versions.sorted(Comparator.reverseOrder()).forEach(version -> folders.add(version.resolve("bin")));
            }
        }
        for (String onPath : System.getenv().getOrDefault("PATH", "").split(":")) {
            folders.add(Path.of(onPath).toAbsolutePath());
        }
        return folders.stream().filter(OwnCluster::hasServer).findFirst().orElse(null);
    }

    private static boolean hasServer(Path folder) {
        return Files.isExecutable(folder.resolve("initdb")) && Files.isExecutable(folder.resolve("pg_ctl"));
    }

    static PostgresServer start(Path bin, Scratch scratch) throws IOException, InterruptedException {
        Path folder = scratch.folder("server");
        String user = ordinaryUser(folder);
        OwnCluster cluster =
                new OwnCluster(bin, folder, user == null ? List.of() : List.of("runuser", "-u", user, "--"));
        scratch.beforeRemoval(cluster::stop);
        cluster.run("initdb", "--auth=trust", "--username=postgres", "--no-locale", "--encoding=UTF8");
        int port = freePort();
        String settings = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        cluster.run("pg_ctl", "-w", "-l", folder.resolve("log").toString(), "-o", settings, "start");
        Path psql = bin.resolve("psql");
        return new PostgresServer(
                URI.create("postgresql://postgres@127.0.0.1:" + port + "/postgres"),
                Files.isExecutable(psql) ? psql : null,
                true,
                cluster::remove);
    }

    /** Gives the folder to a user who may run PostgreSQL; null when we are one ourselves. */
    private static @Nullable String ordinaryUser(Path folder) throws IOException {
        if (!System.getProperty("user.name", "").equals("root")) {
            return null;
        }
        for (String user : List.of("postgres", "nobody")) {
            try {
                Files.setOwner(
                        folder,
                        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user));
                return user;
            } catch (UserPrincipalNotFoundException e) {
                // the next one
            }
        }
        throw new IllegalStateException("PostgreSQL does not run as root, and there is no user postgres or nobody");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(asUser);
        line.addAll(List.of(
                bin.resolve(program).toString(), "-D", folder.resolve("data").toString()));
        line.addAll(List.of(arguments));
        Command.runWhole(folder, line);
    }

    /** Gigabytes that nobody needs any more. */
    private void remove() throws IOException {
        stop();
        Scratch.remove(folder);
    }

    private void stop() {
        if (!Files.exists(folder.resolve(PID))) {
            return;
        }
        try {
            run("pg_ctl", "-w", "-m", "immediate", "stop");
        } catch (IOException | InterruptedException | IllegalStateException e) {
            if (!Files.exists(folder.resolve(PID))) {
                return; // it was ending already: Ctrl-C reaches a server that is just starting, too
            }
            System.err.println("forge-bench: the PostgreSQL in " + folder + " could not be stopped: " + e.getMessage());
        }
    }
}
