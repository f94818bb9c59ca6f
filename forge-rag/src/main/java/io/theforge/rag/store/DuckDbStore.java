package io.theforge.rag.store;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** A file of its own. It is opened for use and closed soon after, so that another process has its turn. */
final class DuckDbStore extends SqlStore {
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    static final long BETWEEN_TRIES_MS = 20;

    private final Path file;
    private final String model;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final KeptOpen kept;

    DuckDbStore(Path file, String model) {
        super(new DuckDbDialect(), model);
        this.file = file;
        this.model = model;
        kept = new KeptOpen(this::open, lock.writeLock());
    }

    @Override
    <T> @Nullable T reading(Work<T> work) {
        return alone(lock.readLock(), () -> {
            if (!Files.exists(file)) {
                return null;
            }
            try (Sql sql = kept.toRead()) {
                boolean empty = sql.number(
                                "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'theforge' AND table_name = 'rag_word'")
                        == 0;
                return empty ? null : work.with(sql);
            }
        });
    }

    @Override
    <T> @Nullable T writing(int dimensions, Work<T> work) {
        return alone(lock.writeLock(), () -> {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            try (Sql sql = kept.toWrite()) {
                sql.run("BEGIN");
                sql.script(DuckDbStore.class, "duckdb.sql");
                sql.run("CREATE TABLE IF NOT EXISTS document_chunk (id INTEGER NOT NULL, chunk_id VARCHAR NOT NULL,"
                        + " source_id INTEGER NOT NULL, chunk_index INTEGER NOT NULL, content VARCHAR NOT NULL, embedding FLOAT["
                        + dimensions + "] NOT NULL, token_count INTEGER NOT NULL, metadata VARCHAR)");
                Models.keep(sql, model);
                @Nullable T done = work.with(sql);
                // what fails leaves the transaction open, and closing takes it back
                sql.run("COMMIT");
                return done;
            }
        });
    }

    /** What is done with the file. */
    private interface Use<T> {
        @Nullable
        T run() throws SQLException, IOException;
    }

    private <T> @Nullable T alone(Lock turn, Use<T> use) {
        turn.lock();
        try {
            return use.run();
        } catch (SQLException | IOException e) {
            String first = Objects.requireNonNullElse(e.getMessage(), e.toString())
                    .lines()
                    .findFirst()
                    .orElse("");
            throw new DatabaseException(
                    "the index " + file + " cannot be used: " + first,
                    "see whether another program has it open, and whether there is room; where the file is damaged, remove it and"
                            + " index again",
                    e);
        } finally {
            turn.unlock();
        }
    }

    /** Waits a while for another process to leave. */
    private Sql open(boolean readOnly) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("temp_directory", "");
        settings.setProperty("duckdb.read_only", Boolean.toString(readOnly));
        long begun = System.nanoTime();
        while (true) {
            try {
                return Sql.on(DriverManager.getConnection("jdbc:duckdb:" + file, settings));
            } catch (SQLException e) {
                boolean taken = e.getMessage() != null && e.getMessage().contains("Could not set lock");
                if (!taken || System.nanoTime() - begun > PATIENCE_NANOS) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(SQLException otherwise) throws SQLException {
        try {
            Thread.sleep(BETWEEN_TRIES_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw otherwise;
        }
    }

    @Override
    public void close() {
        kept.close();
    }
}
