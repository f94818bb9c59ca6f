package io.theforge.export.parquet;

import io.theforge.export.copy.CopyEngine;
import io.theforge.export.copy.Handover;
import io.theforge.sink.TableSink;
import io.theforge.table.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One file, written by a thread of its own from the columns that workers have filled. */
final class ParquetSink implements TableSink<ColumnChunk, IOException> {
    private final List<Column> columns;
    private final Handover<ColumnRows> handover;

    ParquetSink(List<Column> columns, Path file, String options) {
        this.columns = columns;
        handover = new Handover<>(
                "forge-parquet",
                pieces -> CopyEngine.copy(
                        new ColumnSource(columns, pieces), ColumnSource.select(columns), file, options));
    }

    @Override
    public ColumnChunk newChunk() {
        return new ColumnChunk(columns);
    }

    /** The chunk gives its rows away and gets empty ones in exchange. */
    @Override
    public void write(ColumnChunk chunk) throws IOException {
        if (chunk.size() > 0) {
            chunk.exchange(handover.give(chunk.rows()));
        }
    }

    @Override
    public long finish() throws IOException {
        return handover.finish();
    }

    @Override
    public void close() {
        handover.close();
    }
}
