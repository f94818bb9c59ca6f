package io.theforge.export.dirt;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.ledger.LedgerEntry;
import io.theforge.export.dirt.ledger.LedgerPart;
import io.theforge.export.file.RewindableChunk;
import io.theforge.sink.TableSink;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A sink whose rows are spoiled before another takes them. */
final class DirtySink<C extends RewindableChunk> implements TableSink<DirtyChunk<C>, IOException> {
    private final TableSink<C, IOException> inner;
    private final DirtyTable table;
    private final FileDirt file;
    private final LedgerPart part;
    private final DirtCounts counts;
    private final Queue<DirtyChunk<C>> chunks = new ConcurrentLinkedQueue<>();
    private long rows;

    DirtySink(TableSink<C, IOException> inner, DirtyTable table, FileDirt file, LedgerPart part, DirtCounts counts) {
        this.inner = inner;
        this.table = table;
        this.file = file;
        this.part = part;
        this.counts = counts;
    }

    @Override
    public DirtyChunk<C> newChunk() {
        DirtyChunk<C> chunk = new DirtyChunk<>(inner.newChunk(), table);
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
        long written = inner.finish();
        @Nullable LedgerEntry cut = file.cutLine(rows);
        if (cut != null) {
            part.add(cut);
            counts.add(table.shape().name(), DirtKind.LAST_LINE_TRUNCATED);
        }
        part.close();
        chunks.forEach(chunk -> counts.add(table.shape().name(), chunk.rows.counts));
        return written;
    }

    @Override
    public void close() throws IOException {
        part.close();
        inner.close();
    }
}
