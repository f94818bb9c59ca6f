package io.theforge.junit.database;

import io.theforge.database.postgres.PostgresAddress;
import io.theforge.database.report.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The databases of one run of tests. Threads may share it. */
public final class TestDatabases implements AutoCloseable {
    private record Place(String contents, @Nullable PostgresAddress server) {}

    private final Path cache;
    private @Nullable ProcessFolder folder;
    private final Map<Object, Object> making = new HashMap<>();
    private final Map<PostgresAddress, PostgresServer> servers = new HashMap<>();
    /** Those that nobody writes to, by what is in them and where they are; the oldest first. */
    private final Map<Place, TestDatabase> shared = new LinkedHashMap<>();

    /** @param cache the folder in which filled databases are kept; it is created where it is missing */
    public TestDatabases(Path cache) {
        this.cache = cache;
    }

    /**
     * Gives a database with these contents: one that takes writes is made for this use and nobody else has it, one that takes none is
     * the same for all uses of the run.
     *
     * @param server where it is to be; null for an embedded one
     * @throws DatabaseException where it cannot be made
     */
    public TestDatabase open(Contents contents, @Nullable PostgresAddress server, boolean writable) {
        return writable ? made(contents, server, true) : new SharedUse(shared(contents, server));
    }

    private TestDatabase shared(Contents contents, @Nullable PostgresAddress server) {
        Place place = new Place(contents.key(), server);
        synchronized (lockOf(place)) {
            TestDatabase database = sharedIn(place);
            if (database == null) {
                database = made(contents, server, false);
                keepShared(place, database);
            }
            return database;
        }
    }

    private synchronized @Nullable TestDatabase sharedIn(Place place) {
        return shared.get(place);
    }

    private synchronized void keepShared(Place place, TestDatabase database) {
        shared.put(place, database);
    }

    private TestDatabase made(Contents contents, @Nullable PostgresAddress server, boolean writable) {
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
    private synchronized Object lockOf(Object key) {
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
        return servers.computeIfAbsent(address, PostgresServer::connect);
    }

    /** Removes what is left of all of them. @throws DatabaseException where one cannot be dropped, after the others have been */
    @Override
    public synchronized void close() {
        DatabaseException failure = null;
        for (TestDatabase database : shared.values()) {
            try {
                database.close();
            } catch (DatabaseException e) {
                failure = failure == null ? e : failure;
            }
        }
        servers.values().forEach(PostgresServer::close);
        if (folder != null) {
            folder.close();
        }
        if (failure != null) {
            throw failure;
        }
    }
}
