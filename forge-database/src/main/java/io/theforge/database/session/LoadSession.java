package io.theforge.database.session;

import io.theforge.database.load.BulkLoad;
import io.theforge.database.load.Chunk;
import io.theforge.database.load.Ids;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The replacing of a dataset, from the locks to the commit; the methods stand in the order in which they are called.
 * Closing it before {@link #commit} leaves the database as it was.
 */
public interface LoadSession extends AutoCloseable {

    /**
     * For queries in the SQL that both targets understand. Until {@link #removeOurs} it shows the database as it was found
     * (with tables added by {@link #createTables}), from then on what will be committed.
     */
    Sql sql();

    /** Creates the seven tables when there are none, and the {@code forge_*} tables that are missing. */
    void createTables() throws SQLException;

    /** Creates the answer key, which is not there; to be written after {@link #removeOurs}. */
    void createAnswerKey() throws SQLException;

    /**
     * Drops the indexes and constraints of the two large tables that it pays to drop.
     *
     * @param newRows about how many rows will come into the two
     * @param rowsStaying about how many are there and stay
     * @return what was not dropped, and why: notes for the reader
     */
    List<String> dropIndexes(long newRows, long rowsStaying) throws SQLException;

    /**
     * Removes our rows from the seven tables, calendar dates that other rows refer to excepted; dates that go also leave
     * {@code forge_calendar_day}. @return rows removed
     */
    Map<Table, Long> removeOurs(Ownership ours) throws SQLException;

    /** Removes these rows instead; dates that go also leave {@code forge_calendar_day}. @return rows removed */
    Map<Table, Long> remove(RowsToDelete rows) throws SQLException;

    /**
     * Writes a backup's beginning (UTF-8 SQL for the database's own client, in one transaction until the {@code COMMIT}
     * that the caller writes at the end).
     */
    void writeBackupHead(OutputStream out) throws SQLException, IOException;

    /**
     * Writes statements that insert these rows, with every column that they have.
     *
     * @param condition on row {@code p}
     */
    void writeRows(String table, String condition, OutputStream out) throws SQLException, IOException;

    /** The id that the table's sequence would give next, 1 for a new one. */
    long nextId(Table table) throws SQLException;

    /** Whether ids of a table without rows may start at 1 again: no program holds values of its sequence that it has not used yet. */
    boolean mayStartAnew(Table table) throws SQLException;

    /** Begins the load of one table; one at a time. */
    BulkLoad<? extends Chunk> load(Table table, Ids ids) throws SQLException;

    /** Makes the table's sequence go on from here. */
    void restartIds(Table table, long next) throws SQLException;

    /** Makes again what {@link #dropIndexes} dropped, exactly as it was. */
    void restoreIndexes() throws SQLException;

    /** Makes all of it durable and visible at once. */
    void commit() throws SQLException;

    @Override
    void close();
}
