package io.theforge.export.duckdb;

import io.theforge.sink.Chunk;
import io.theforge.sink.TableSink;
import java.io.IOException;
import java.sql.SQLException;

/** The load of a table into a database, whose failures are those of a file. */
record DuckDbSink<C extends Chunk>(TableSink<C, SQLException> load) implements TableSink<C, IOException> {
    static IOException explain(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return new IOException(message.lines().findFirst().orElse(message), failure);
    }

    @Override
    public C newChunk() {
        return load.newChunk();
    }

    @Override
    public void write(C chunk) throws IOException {
        try {
            load.write(chunk);
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    @Override
    public long finish() throws IOException {
        try {
            return load.finish();
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            load.close();
        } catch (SQLException e) {
            throw explain(e);
        }
    }
}
