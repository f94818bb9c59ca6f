package io.theforge.export.file;

import io.theforge.export.copy.Handover;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A file whose bytes go through a thread of its own, a block at a time: blocks do not depend on how the bytes come, and end where a
 * character of UTF-8 ends.
 */
abstract class BlockFile implements ByteFile {
    /** Bytes on their way. */
    static final class Block {
        private static final int SIZE = 1 << 20;

        final byte[] bytes = new byte[SIZE];
        int length;
    }

    private final Handover<Block> handover;
    private Block block = new Block();

    /** @param name of the thread */
    BlockFile(String name, Handover.Work<Block> work) {
        handover = new Handover<>(name, work);
    }

    @Override
    public final void write(byte[] bytes, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int count = Math.min(length - done, Block.SIZE - block.length);
            while (done + count < length && isWithinCharacter(bytes[done + count])) {
                count--;
            }
            System.arraycopy(bytes, done, block.bytes, block.length, count);
            block.length += count;
            done += count;
            if (done < length) {
                give();
            }
        }
    }

    /** In UTF-8. */
    private static boolean isWithinCharacter(byte next) {
        return (next & 0xC0) == 0x80;
    }

    private void give() throws IOException {
        @Nullable Block used = handover.give(block);
        block = used == null ? new Block() : used;
        block.length = 0;
    }

    @Override
    public long finish() throws IOException {
        if (block.length > 0) {
            give();
        }
        return handover.finish();
    }

    @Override
    public void close() throws IOException {
        handover.close();
    }
}
