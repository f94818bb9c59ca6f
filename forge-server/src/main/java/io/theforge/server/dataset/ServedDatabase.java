package io.theforge.server.dataset;

import io.theforge.cli.input.BatchSizeFlag;
import io.theforge.cli.input.Environment;
import io.theforge.cli.input.WorkSettings;
import io.theforge.cli.input.WorkersFlag;
import io.theforge.config.model.Operational;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.RefusedException;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.server.operation.DatabaseGate;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The database that is served. What is in it is known for two seconds: many people look at the same figures. What an operation of ours
 * has changed is known at once.
 */
public final class ServedDatabase {
    private static final long KNOWN_NANOS = 1_900_000_000L;
    private final DatabaseUrl url;
    private final Environment environment;
    private final Warehouse warehouse;
    private final Target target;
    private final DatabaseGate gate;
    private @Nullable DatabaseStatus known;
    private long knownSinceNanos;
    private final AtomicLong changes = new AtomicLong();

    public ServedDatabase(DatabaseUrl url, Environment environment) {
        this.url = url;
        this.environment = environment;
        warehouse = Warehouse.of(url, environment.productionGuard());
        target = Warehouse.target(url);
        gate = new DatabaseGate(url.duckDbFile() != null);
    }

    public DatabaseGate gate() {
        return gate;
    }

    /** Every operation of it opens and closes its own connection. */
    Warehouse warehouse() {
        return warehouse;
    }

    Environment environment() {
        return environment;
    }

    DatabaseUrl url() {
        return url;
    }

    Target target() {
        return target;
    }

    /** Returns how the work is done. */
    Operational operational() {
        return new WorkSettings(new WorkersFlag(), new BatchSizeFlag(), true).operational(environment);
    }

    /** Returns what is in it. */
    public DatabaseStatus status() throws Exception {
        // one asks, the others wait for what he learns
        synchronized (this) {
            DatabaseStatus last = known;
            boolean fresh = System.nanoTime() - knownSinceNanos < KNOWN_NANOS;
            // while we write to a file nobody else can
            if (last != null && (fresh || gate.isClosed())) {
                return last;
            }
            while (true) {
                long before = changes.get();
                long since = System.nanoTime();
                DatabaseStatus read = reading(warehouse::status);
                if (before == changes.get()) {
                    known = read;
                    knownSinceNanos = since;
                    return read;
                }
            }
        }
    }

    /** Whether the environment refuses everything that writes. */
    boolean isProduction() {
        try {
            environment.productionGuard().check("");
            return false;
        } catch (RefusedException e) {
            return true;
        }
    }

    /** What was known is to be read again. */
    void forget() {
        changes.incrementAndGet();
        synchronized (this) {
            known = null;
        }
    }

    /** Reads, where that is possible. */
    <T> T reading(Callable<T> work) throws Exception {
        return gate.reading(work);
    }

    /** Asks it in SQL. */
    <T> T asking(Question<T> question) throws Exception {
        return reading(() -> {
            try {
                return target.reading(question::ask);
            } catch (SQLException e) {
                throw target.explain(e, false);
            }
        });
    }

    /** A question in SQL. */
    interface Question<T> {
        /** @param sql null when there is no such database */
        T ask(@Nullable Sql sql) throws SQLException;
    }

    /** @throws io.theforge.database.report.DatabaseException when it cannot be reached */
    public void check() throws Exception {
        if (!gate.isClosed()) {
            asking(sql -> sql != null);
        }
    }
}
