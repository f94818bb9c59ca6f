package io.theforge.junit.database;

import io.theforge.database.postgres.PostgresAddress;
import io.theforge.database.report.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The databases of one run of tests. Threads may share it. */
public final class TestDatabases implements AutoCloseable {
    private final Path cache;
    private @Nullable ProcessFolder folder;
    private final Map<String, Object> making = new HashMap<>();
    private final Map<String, PostgresServer> servers = new HashMap<>();

    /** @param cache the folder in which filled databases are kept; it is created where it is missing */
    public TestDatabases(Path cache) {
        this.cache = cache;
    }

    /**
     * Makes a database with these contents that nobody else has.
     *
     * @param server where to make it; null for an embedded one
     * @throws DatabaseException where it cannot be made
     */
    public TestDatabase open(Contents contents, @Nullable PostgresAddress server, boolean writable) {
        return server == null ? embedded(contents, writable) : server(server).open(contents, writable);
    }

    private TestDatabase embedded(Contents contents, boolean writable) {
        try {
            ProcessFolder own = folder();
            Path file = own.newPlace().resolve("forge.duckdb");
            synchronized (lockOf(contents.key())) {
                new FileCache(cache, own).copy(contents, file);
            }
            return EmbeddedDatabase.open(file, writable);
        } catch (IOException | SQLException e) {
            throw new DatabaseException(
                    "no database can be made in the folder " + cache + ": " + reason(e),
                    "make room or give rights there, or name another folder with " + CacheFolder.SETTING,
                    e);
        }
    }

    private static String reason(Exception failure) {
        String said = failure.getMessage() == null ? "" : ": " + failure.getMessage();
        return failure.getClass().getSimpleName() + said.lines().findFirst().orElse("");
    }

    /** Two threads of this process make the same contents once. */
    private synchronized Object lockOf(String key) {
        return making.computeIfAbsent(key, any -> new Object());
    }

    private synchronized ProcessFolder folder() throws IOException {
        if (folder == null) {
            Files.createDirectories(cache);
            folder = ProcessFolder.in(cache);
        }
        return folder;
    }

    private synchronized PostgresServer server(PostgresAddress address) {
        return servers.computeIfAbsent(address.clientUrl(), any -> PostgresServer.connect(address));
    }

    /** Removes what is left of all of them. */
    @Override
    public synchronized void close() {
        servers.values().forEach(PostgresServer::close);
        if (folder != null) {
            folder.close();
        }
    }
}
