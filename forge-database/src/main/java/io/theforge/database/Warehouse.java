package io.theforge.database;

import io.theforge.config.Operational;
import io.theforge.database.duckdb.DuckDbTarget;
import io.theforge.database.postgres.PostgresTarget;
import io.theforge.plan.Plan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A database with the seven tables. Every operation that writes is all or nothing: after any failure the database holds
 * either the state before or the state after.
 *
 * <p>Failures are {@link DatabaseException} (one line: what, where, what to do), refusals {@link RefusedException}.
 */
public interface Warehouse extends AutoCloseable {

    /** Names the target without connecting and without creating anything. */
    static Warehouse of(DatabaseUrl url) {
        if (url.postgres() != null) {
            return new SqlWarehouse(new PostgresTarget(url.postgres()));
        }
        return new SqlWarehouse(new DuckDbTarget(Objects.requireNonNull(url.duckDbFile())));
    }

    /** Where it is, without credentials. */
    String name();

    /** What is in it; a database that is not there has no tables and is not created. */
    DatabaseStatus status();

    /** What {@link #fullNew} would do, without writing anything: rows before, deleted, inserted and after by table. */
    OperationReport planFullNew(Plan plan);

    /** Replaces the dataset of earlier runs by the plan's. */
    OperationReport fullNew(Plan plan, Operational operational, Progress progress);

    /** What {@link #append} would do, without writing anything; the outcome is "planned" or "unchanged". */
    OperationReport planAppend(AppendRequest request);

    /**
     * Extends the dataset of earlier runs; the outcome is "refused" when rows would change and nobody has confirmed that.
     *
     * @throws io.theforge.config.ConfigException when the days asked for are none to append, or make the dataset too large
     */
    OperationReport append(AppendRequest request, Operational operational, Progress progress);

    /** Every integrity and realism check. */
    Verification verify(Progress progress);

    @Override
    void close();

    /** Hears how the work goes; called from one thread at a time. */
    interface Progress {
        /** A step begins. {@code rows} is how many rows it will handle, null when unknown. */
        void begin(String step, @Nullable Long rows);

        /** So many more rows of this step have been handled. */
        void advance(long rows);

        void end();
    }
}
