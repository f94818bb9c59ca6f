package io.theforge.database.session;

import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.List;

/**
 * One transaction in which an operation writes, with its locks. Closing it before {@link #commit} leaves the database as it was.
 */
public interface WriteSession extends AutoCloseable {

    /** For queries in the SQL that both targets understand, inside the transaction. */
    Sql sql();

    /** Creates the answer key, which is not there, or brings one of an earlier version to this one: its rows are to be written anew. */
    void createAnswerKey() throws SQLException;

    /** Returns the id that the table's sequence would give next, 1 for a new one. */
    long nextId(Table table) throws SQLException;

    /**
     * Drops the indexes and constraints of the two large tables that it pays to drop.
     *
     * @param newRows about how many rows will come into the two
     * @param rowsStaying about how many are there and stay
     * @return what was not dropped, and why: notes for the reader
     */
    List<String> dropIndexes(long newRows, long rowsStaying) throws SQLException;

    /** Makes again what {@link #dropIndexes} dropped, exactly as it was. */
    void restoreIndexes() throws SQLException;

    /** Sets the id that the table's sequence gives next. */
    void restartIds(Table table, long next) throws SQLException;

    /** Makes all of it durable and visible at once. */
    void commit() throws SQLException;

    @Override
    void close();
}
