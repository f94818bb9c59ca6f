package io.theforge.database.session;

import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.sql.SQLException;

/**
 * One transaction in which a dataset is extended in place. Opened for looking only, it takes no locks and is never committed.
 */
public interface AppendSession extends WriteSession {

    /** Brings the {@code theforge} tables to this version. */
    void completeRecords() throws SQLException;

    /**
     * Begins the load of one table's rows; one at a time.
     *
     * @param into the table itself, or a temporary one with its columns, by name
     */
    TableSink<? extends Chunk, SQLException> load(Table table, String into, Ids ids) throws SQLException;
}
