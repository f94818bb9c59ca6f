package io.theforge.sink;

import org.jspecify.annotations.Nullable;

/** A sink that keeps nothing: what is wanted is what the rows add up to. */
public final class NoSink implements TableSink<NoSink.DiscardingChunk, RuntimeException> {

    @Override
    public DiscardingChunk newChunk() {
        return new DiscardingChunk();
    }

    @Override
    public void write(DiscardingChunk chunk) {
        // nobody takes the rows
    }

    @Override
    public long finish() {
        return 0;
    }

    @Override
    public void close() {
        // nothing was opened
    }

    /** Forgets what is written to it. */
    public static class DiscardingChunk implements Chunk {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public void clear() {}

        @Override
        public void startRow(long ordinal) {}

        @Override
        public void store(int storeIndex) {}

        @Override
        public void product(int productIndex) {}

        @Override
        public void text(@Nullable String value) {}

        @Override
        public void date(int epochDay) {}

        @Override
        public void integer(int value) {}

        @Override
        public void cents(long cents) {}

        @Override
        public void basisPoints(int basisPoints) {}

        @Override
        public void real(double value) {}

        @Override
        public void bool(boolean value) {}

        @Override
        public void nothing() {}

        @Override
        public void endRow() {}
    }
}
