package io.theforge.export.read;

import io.theforge.sink.NoSink;
import io.theforge.sink.NoSink.DiscardingChunk;
import io.theforge.sink.TableSink;
import java.io.IOException;

/** A sink that keeps nothing, where one is asked for that may fail as files do. */
final class Unwritten implements TableSink<DiscardingChunk, IOException> {
    private final NoSink sink = new NoSink();

    @Override
    public DiscardingChunk newChunk() {
        return sink.newChunk();
    }

    @Override
    public void write(DiscardingChunk chunk) {
        sink.write(chunk);
    }

    @Override
    public long finish() {
        return sink.finish();
    }

    @Override
    public void close() {
        sink.close();
    }
}
