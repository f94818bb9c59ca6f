package io.theforge.export.sql;

import io.theforge.database.postgres.LoadScript;
import io.theforge.export.file.ByteFile;
import io.theforge.export.text.CopyTextEncoder;
import io.theforge.sink.TableSink;
import io.theforge.table.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of one table within the script. */
final class SqlSink implements TableSink<CopyTextEncoder, IOException> {
    private final ByteFile file;
    private final List<Column> columns;
    private long written;

    SqlSink(ByteFile file, List<Column> columns) {
        this.file = file;
        this.columns = columns;
    }

    @Override
    public CopyTextEncoder newChunk() {
        return new CopyTextEncoder(columns);
    }

    @Override
    public void write(CopyTextEncoder chunk) throws IOException {
        file.write(chunk.bytes(), chunk.size());
        written += chunk.size();
    }

    @Override
    public long finish() throws IOException {
        byte[] end = LoadScript.END_ROWS.getBytes(StandardCharsets.US_ASCII);
        file.write(end, end.length);
        return written;
    }

    /** The script goes on, or is abandoned as a whole. */
    @Override
    public void close() {}
}
