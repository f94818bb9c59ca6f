package io.theforge.database.duckdb;

import io.theforge.database.session.Ahead;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Pieces on their way into a table, two at a time, each in a transaction on a connection and a thread of its own: while the keys of
 * one are checked, those of the piece before are merged into the table's indexes. They are committed in the order of the rows.
 */
final class Moves implements AutoCloseable {
    private static final int AT_A_TIME = 2;

    private final Sql other;
    private final List<Sql> connections;
    private final String into;
    private final Deque<Ahead<Long>> underWay = new ArrayDeque<>();
    private int begun;
    private long moved;

    /** @param sql is used by nobody else until these have ended, and closed by somebody else */
    Moves(Sql sql, Table table) throws SQLException {
        other = Sql.on(sql.connection().unwrap(DuckDBConnection.class).duplicate());
        connections = List.of(sql, other);
        into = NewFile.NAME + "." + table.qualifiedName();
    }

    /** Begins to move a piece, and waits until one of the connections is free for it. @throws SQLException if one before has failed */
    void begin(Stage piece) throws SQLException {
        if (underWay.size() == AT_A_TIME) {
            awaitFirst();
        }
        Ahead<Long> before = underWay.peekLast();
        Sql through = connections.get(begun++ % AT_A_TIME);
        underWay.add(Ahead.begin("forge-insert", () -> move(piece, through, before)));
    }

    private long move(Stage piece, Sql through, @Nullable Ahead<Long> before) throws SQLException {
        through.run("BEGIN TRANSACTION");
        long rows = piece.copyInto(through, into);
        if (before != null) {
            before.get();
        }
        through.run("COMMIT TRANSACTION");
        piece.drop(through);
        return rows;
    }

    private void awaitFirst() throws SQLException {
        moved += underWay.element().get();
        underWay.remove();
    }

    /** Waits for all that have begun. @return rows that have been moved since the beginning */
    long awaitAll() throws SQLException {
        while (!underWay.isEmpty()) {
            awaitFirst();
        }
        return moved;
    }

    /** Waits until nothing is at work any more, whatever has come of it. */
    @Override
    public void close() throws SQLException {
        underWay.forEach(Ahead::awaitEnd);
        other.close();
    }
}
