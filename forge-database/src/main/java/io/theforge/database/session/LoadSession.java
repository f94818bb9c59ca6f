package io.theforge.database.session;

import io.theforge.database.ownership.Ownership;
import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Map;

/**
 * The replacing or deleting of a dataset. Until rows are removed its queries show the database as it was found, with tables added
 * by {@link #createTables}; from then on what will be committed. A new answer key is written after the removal.
 */
public interface LoadSession extends WriteSession {

    /** Creates the seven tables when there are none, and the {@code theforge} tables that are missing. */
    void createTables() throws SQLException;

    /**
     * Removes our rows from the seven tables, calendar dates that other rows refer to excepted; dates that go also leave
     * {@code theforge.calendar_day}. @return rows removed
     */
    Map<Table, Long> removeOurs(Ownership ours) throws SQLException;

    /** Removes these rows instead; dates that go also leave {@code theforge.calendar_day}. @return rows removed */
    Map<Table, Long> remove(RowsToDelete rows) throws SQLException;

    /**
     * Writes a backup's beginning (UTF-8 SQL for the database's own client, in one transaction until the {@code COMMIT}
     * that the caller writes at the end).
     */
    void writeBackupHead(OutputStream out) throws SQLException, IOException;

    /** Returns statements about the Forge's own tables as the database's own client takes them. */
    default String ownInBackup(String statements) {
        return sql().own(statements);
    }

    /**
     * Returns a statement for the database's own client that fails with a reason, and does nothing where that is null.
     *
     * @param before what is said before the reason
     * @param reason an SQL expression
     */
    String failing(String before, String reason);

    /**
     * Writes statements that insert these rows, with every column that they have.
     *
     * @param table as SQL names it
     * @param condition on row {@code p}
     */
    void writeRows(String table, String condition, OutputStream out) throws SQLException, IOException;

    /** Whether ids of a table without rows may start at 1 again: no program holds values of its sequence that it has not used yet. */
    boolean mayStartAnew(Table table) throws SQLException;

    /** Begins the load of one table; one at a time. */
    TableSink<? extends Chunk, SQLException> load(Table table, Ids ids) throws SQLException;
}
