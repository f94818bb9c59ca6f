package io.theforge.database.session;

import io.theforge.database.load.BulkLoad;
import io.theforge.database.load.Chunk;
import io.theforge.database.load.Ids;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.List;

/**
 * One transaction in which a dataset is extended in place. Closing it before {@link #commit} leaves the database as it was;
 * opened for looking only, it takes no locks and is never committed.
 */
public interface AppendSession extends AutoCloseable {

    /** For queries in the SQL that both targets understand, inside the transaction. */
    Sql sql();

    /** Brings the {@code forge_*} tables to this version. */
    void completeRecords() throws SQLException;

    /** Creates the answer key, which is not there. */
    void createAnswerKey() throws SQLException;

    /** The id that the table's sequence would give next. */
    long nextId(Table table) throws SQLException;

    /**
     * Begins the load of one table's rows; one at a time.
     *
     * @param into the table itself, or a temporary one with its columns, by name
     */
    BulkLoad<? extends Chunk> load(Table table, String into, Ids ids) throws SQLException;

    /**
     * Drops the indexes and constraints of the two large tables that it pays to drop.
     *
     * @param newRows about how many rows will come into the two
     * @param rowsThere about how many there are in the two
     * @return what was not dropped, and why: notes for the reader
     */
    List<String> dropIndexes(long newRows, long rowsThere) throws SQLException;

    /** Makes again what {@link #dropIndexes} dropped, exactly as it was. */
    void restoreIndexes() throws SQLException;

    /** Makes the table's sequence go on from here. */
    void restartIds(Table table, long next) throws SQLException;

    /** Makes all of it durable and visible at once. */
    void commit() throws SQLException;

    @Override
    void close();
}
