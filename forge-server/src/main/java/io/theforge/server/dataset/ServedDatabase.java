package io.theforge.server.dataset;

import io.theforge.cli.input.BatchSizeFlag;
import io.theforge.cli.input.DatabaseFlag;
import io.theforge.cli.input.Environment;
import io.theforge.cli.input.WorkSettings;
import io.theforge.cli.input.WorkersFlag;
import io.theforge.cli.result.Shell;
import io.theforge.cli.result.UsageException;
import io.theforge.config.model.Operational;
import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.ProductionMark;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.database.report.Verification;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.server.http.Problem;
import io.theforge.server.operation.DatabaseGate;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    private final Path folder;
    private final @Nullable String flag;
    private @Nullable Described described;
    private volatile @Nullable Verified verified;

    /** What a status comes of. */
    private record Described(DatabaseStatus status, Recipe recipe) {}

    /** What a check of everything has found, and in which state. */
    record Verified(Instant at, Verification found, long changes, DatabaseStatus status) {}

    /** @param folder the server's own, in which other commands would be run */
    public ServedDatabase(DatabaseUrl url, Environment environment, Path folder) {
        this.url = url;
        this.environment = environment;
        this.folder = folder;
        flag = flag(url, environment, folder);
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

    public Environment environment() {
        return environment;
    }

    /** The folder in which the server has been started. */
    public Path folder() {
        return folder;
    }

    public DatabaseUrl url() {
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

    /** Returns the address for {@code --database}, without the password; null where the environment leads there. */
    private static @Nullable String flag(DatabaseUrl url, Environment environment, Path folder) {
        try {
            if (new DatabaseFlag().choose(environment, folder).equals(url)) {
                return null;
            }
        } catch (UsageException e) {
            // what the environment says leads nowhere
        }
        Path file = url.duckDbFile();
        return file != null
                ? "duckdb:" + file
                : Objects.requireNonNull(url.postgres()).clientUrl();
    }

    /** Returns what leads commands of this folder to the database; empty where they find it by themselves. */
    String commandFlag() {
        return flag == null ? "" : "--database " + Shell.quote(flag);
    }

    /** Returns what a status comes of; it is worked out once. */
    synchronized Recipe recipe(DatabaseStatus status) {
        Described last = described;
        if (last == null
                || !last.status.runs().equals(status.runs())
                || !last.status.rows().equals(status.rows())) {
            last = new Described(status, Recipe.of(status, flag));
            described = last;
        }
        return last.recipe;
    }

    /** Returns a text that is another one as soon as something has changed. */
    String state() throws Exception {
        DatabaseStatus status = status();
        return changes.get() + " " + status.fingerprint() + " " + status.rows();
    }

    /** Checks everything. What is found is known as long as the database stays as it was before. */
    Verification verify() throws Exception {
        return reading(() -> {
            long before = changes.get();
            DatabaseStatus status = warehouse.status();
            Verification found = warehouse.verify(Progress.NONE);
            verified = new Verified(Instant.now(), found, before, status);
            return found;
        });
    }

    /** Returns what the last check has found of exactly this state, null where something has changed since. */
    @Nullable
    Verified verified(DatabaseStatus status) {
        Verified last = verified;
        return last != null && last.changes == changes.get() && last.status.equals(status) ? last : null;
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

    /** @throws io.theforge.server.http.ProblemException when it is marked as production */
    public void refuseMarked() throws Exception {
        ProductionMark mark = status().mark();
        if (mark != null) {
            throw Problem.of(
                            403,
                            "production",
                            mark.sentence(),
                            "if it really is to be written to, take the mark off: ./forge unprotect")
                    .asException();
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

    /** Asks it in SQL. @throws io.theforge.database.report.DatabaseException when it cannot be reached */
    public <T> T asking(Target.Reading<T> question) throws Exception {
        return reading(() -> {
            try {
                return target.reading(question);
            } catch (SQLException e) {
                throw target.explain(e, false);
            }
        });
    }

    /** Asks for rows; none where the seven tables are not there. */
    <T> List<T> rows(String query, Sql.Row<T> row, Object... values) throws Exception {
        return asking(sql ->
                sql == null || !target.tables(sql).contains("sales_daily") ? List.of() : sql.list(row, query, values));
    }

    /** @throws io.theforge.database.report.DatabaseException when it cannot be reached */
    public void check() throws Exception {
        if (!gate.isClosed()) {
            asking(sql -> sql != null);
        }
    }
}
