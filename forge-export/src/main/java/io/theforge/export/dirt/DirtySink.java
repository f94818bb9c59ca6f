package io.theforge.export.dirt;

import io.theforge.export.dirt.ledger.LedgerPart;
import io.theforge.export.dirt.row.TableShape;
import io.theforge.export.file.RewindableChunk;
import io.theforge.sink.TableSink;
import io.theforge.table.Column;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A sink whose rows are spoiled before another takes them. */
final class DirtySink<C extends RewindableChunk> implements TableSink<DirtyChunk<C>, IOException> {
    private final TableSink<C, IOException> inner;
    private final TableShape shape;
    private final boolean hasId;
    private final DirtySettings settings;
    private final LedgerPart part;
    private final DirtCounts counts;
    private final Queue<DirtyChunk<C>> chunks = new ConcurrentLinkedQueue<>();
    private long rows;

    DirtySink(
            TableSink<C, IOException> inner,
            TableShape shape,
            List<Column> columns,
            DirtySettings settings,
            LedgerPart part,
            DirtCounts counts) {
        this.inner = inner;
        this.shape = shape;
        hasId = DirtyRows.hasId(columns);
        this.settings = settings;
        this.part = part;
        this.counts = counts;
    }

    @Override
    public DirtyChunk<C> newChunk() {
        DirtyChunk<C> chunk = new DirtyChunk<>(inner.newChunk(), shape, hasId, settings);
        chunks.add(chunk);
        return chunk;
    }

    @Override
    public void write(DirtyChunk<C> chunk) throws IOException {
        chunk.rows.endSeries();
        part.add(chunk.ledger(), rows);
        rows += chunk.rows.rows();
        inner.write(chunk.inner);
    }

    @Override
    public long finish() throws IOException {
        part.close();
        chunks.forEach(chunk -> counts.add(shape.name(), chunk.rows.counts));
        return inner.finish();
    }

    @Override
    public void close() throws IOException {
        part.close();
        inner.close();
    }
}
