package io.theforge.database;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.Operational;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.duckdb.DuckDbTarget;
import io.theforge.database.guard.ProductionGuard;
import io.theforge.database.postgres.PostgresTarget;
import io.theforge.database.realism.RealismCard;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.database.report.Verification;
import io.theforge.database.session.Target;
import io.theforge.plan.Plan;
import io.theforge.series.SalesTotals;
import java.util.List;
import java.util.Objects;

/**
 * A database with the seven tables. Every operation that writes is all or nothing: after any failure the database holds
 * either the state before or the state after.
 *
 * <p>Failures are {@link DatabaseException} (one line: what, where, what to do), refusals {@link RefusedException}.
 */
public interface Warehouse extends AutoCloseable {

    /**
     * Names the target without connecting and without creating anything. Where this process's environment says that this is
     * production, everything that writes is refused ({@link ProductionGuard}).
     */
    static Warehouse of(DatabaseUrl url) {
        return of(url, ProductionGuard.ofThisProcess());
    }

    /** @param guard is asked too, beside that of this process's environment: it can refuse more, and never less */
    static Warehouse of(DatabaseUrl url, ProductionGuard guard) {
        return new SqlWarehouse(target(url), guard);
    }

    /** Names the target alone, for those who read its rows themselves. */
    static Target target(DatabaseUrl url) {
        return url.postgres() != null
                ? new PostgresTarget(url.postgres())
                : new DuckDbTarget(Objects.requireNonNull(url.duckDbFile()));
    }

    /** Where it is, without credentials. */
    String name();

    /**
     * The same database, with operations that remove or replace rows widened to those that the Forge did not make.
     * Rows of other tables that refer to them are still a reason to refuse.
     */
    Warehouse includingUnmanaged();

    /**
     * The same database, with operations that make rows writing the answer key to them, {@code theforge.truth_daily}. An append to
     * a dataset that has one extends it in any case.
     */
    Warehouse withTruth();

    /**
     * Begins to connect beside the caller, who has something else to do before the first operation. That operation tells what came of
     * it; {@link #close} lets go of it where there is none.
     */
    void connectAhead();

    /** What is in it; a database that is not there has no tables and is not created. */
    DatabaseStatus status();

    /** What {@link #fullNew} would do, without writing anything: rows before, deleted, inserted and after by table. */
    OperationReport planFullNew(Plan plan);

    /** Replaces the dataset of earlier runs by the plan's. */
    OperationReport fullNew(Plan plan, Operational operational, Progress progress);

    /** What {@link #append} would do, without writing anything; the outcome is planned or unchanged. */
    OperationReport planAppend(AppendRequest request);

    /**
     * Extends the dataset of earlier runs, and never touches other rows; the outcome is refused when rows would change and nobody has confirmed that.
     *
     * @throws io.theforge.config.model.ConfigException when the days asked for are none to append, or make the dataset too large
     */
    OperationReport append(AppendRequest request, Operational operational, Progress progress);

    /** What {@link #delete} would do, without writing anything. */
    OperationReport planDelete(Deletion deletion);

    /**
     * Deletes rows; {@code unchanged} when there are none to delete. What is left is counted in any case before it is made
     * durable.
     */
    OperationReport delete(Deletion deletion, Progress progress);

    /**
     * The configuration of the dataset that is there, from the record of the run that made or last extended it: all of its rows can be
     * made from it again, and the truth behind them.
     *
     * @throws RefusedException when there is no dataset of the Forge, or its sales have been deleted
     */
    ForgeConfig dataset();

    /** What the dataset's own rows of {@code sales_daily} add up to. */
    SalesTotals sales();

    /** Rows of {@code sales_daily} that the Forge did not make. */
    long unmanagedRows();

    /** Every integrity and realism check. */
    Verification verify(Progress progress);

    /** How much the dataset looks like real retail demand, and whether it keeps what its scenario promises. */
    RealismCard realism(Progress progress);

    /** Recorded runs, newest first; none where there is no database. */
    List<DatabaseStatus.Run> runs();

    /** The database's own name, without host or folder. */
    String databaseName();

    /**
     * Marks the database as production: from then on everything that writes is refused, whatever the environment says.
     * Creates the {@code theforge} tables where they are missing, and nothing else.
     *
     * @return false when it was marked already
     */
    boolean protect();

    /**
     * Takes the production mark off.
     *
     * @param name must be {@link #databaseName}, or it is refused
     * @return false when there was no mark
     */
    boolean unprotect(String name);

    @Override
    void close();
}
