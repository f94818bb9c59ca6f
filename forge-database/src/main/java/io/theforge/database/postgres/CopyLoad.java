package io.theforge.database.postgres;

import io.theforge.sink.Ids;
import io.theforge.sink.TableSink;
import io.theforge.table.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** {@code COPY ... FROM STDIN} in the binary format, columns named, so that columns of the host's own get their defaults. */
final class CopyLoad implements TableSink<CopyEncoder, SQLException> {
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] TRAILER = {-1, -1};

    private final Table table;
    private final Ids ids;
    private final CopyIn copy;

    /**
     * @param into the table, or one with its columns, as SQL names it
     * @param freeze for a table that this transaction has created or truncated: its rows need no later visit by vacuum
     */
    CopyLoad(Connection connection, Table table, String into, Ids ids, boolean freeze) throws SQLException {
        this.table = table;
        this.ids = ids;
        String columns =
                String.join(", ", table.columns().stream().map(Catalog::quoted).toList());
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + into + " (" + columns + ") FROM STDIN (FORMAT binary" + (freeze ? ", FREEZE)" : ")"));
        try {
            byte[] header =
                    ByteBuffer.allocate(SIGNATURE.length + 8).put(SIGNATURE).array();
            copy.writeToCopy(header, 0, header.length);
        } catch (SQLException e) {
            // while a copy is open, the driver lets nothing else through, not even a rollback
            close();
            throw e;
        }
    }

    @Override
    public CopyEncoder newChunk() {
        return new CopyEncoder(table, ids);
    }

    @Override
    public void write(CopyEncoder chunk) throws SQLException {
        if (chunk.size() > 0) {
            copy.writeToCopy(chunk.bytes(), 0, chunk.size());
        }
    }

    @Override
    public long finish() throws SQLException {
        copy.writeToCopy(TRAILER, 0, TRAILER.length);
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
