package io.theforge.export.file;

import io.theforge.export.copy.Handover;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** A file that is compressed as gzip does it. */
final class GzipFile extends BlockFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ExportFile file;

    GzipFile(ExportFile file) {
        super("forge-gzip", blocks -> compress(blocks, file));
        this.file = file;
    }

    private static long compress(Handover<Block> blocks, ExportFile file) throws IOException, InterruptedException {
        try (GZIPOutputStream out = new GZIPOutputStream(streamTo(file), BUFFER_BYTES)) {
            for (Block block = blocks.take(); block != null; block = blocks.take()) {
                out.write(block.bytes, 0, block.length);
                blocks.giveBack(block);
            }
        }
        return 0;
    }

    private static OutputStream streamTo(ExportFile file) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                file.write(new byte[] {(byte) value}, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (from == 0) {
                    file.write(bytes, length);
                } else {
                    file.write(Arrays.copyOfRange(bytes, from, from + length), length);
                }
            }
        };
    }

    @Override
    public long finish() throws IOException {
        super.finish();
        return file.finish();
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
