package io.theforge.database.write;

import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A plan that is being carried out. The methods stand in the order in which {@link WriteRunner} calls them. */
public interface Write extends AutoCloseable {

    /** Writes the rows. */
    void apply() throws SQLException;

    /** Returns the checks of what has been written: those asked for, and always those of what has been removed. */
    List<Check> check() throws SQLException;

    /** Writes the record of the run. */
    void record(Instant startedAt) throws SQLException;

    /** Returns how many rows of others there are to be, by table; empty when they have been counted by {@link #check}. */
    Map<Table, Long> unmanagedRows();

    /** Returns what was done. */
    OperationReport report(Outcome outcome, List<Check> checks);

    /** Lets go of what the operation has opened beside the session. */
    @Override
    default void close() {}
}
