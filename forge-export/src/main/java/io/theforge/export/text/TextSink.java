package io.theforge.export.text;

import io.theforge.export.file.ByteFile;
import io.theforge.sink.TableSink;
import java.io.IOException;
import java.util.function.Supplier;

/** A file of text: what stands before the rows, the rows as workers encoded them, what stands after. */
final class TextSink implements TableSink<TextEncoder, IOException> {
    private final ByteFile file;
    private final Supplier<TextEncoder> encoders;
    private final byte[] separator;
    private final byte[] end;
    private boolean isFirst = true;

    /**
     * @param separator what stands between two rows and is not part of them; each encoded row ends with it, the last one's is left out
     */
    TextSink(ByteFile file, Supplier<TextEncoder> encoders, byte[] begin, byte[] separator, byte[] end)
            throws IOException {
        this.file = file;
        this.encoders = encoders;
        this.separator = separator;
        this.end = end;
        file.write(begin, begin.length);
    }

    @Override
    public TextEncoder newChunk() {
        return encoders.get();
    }

    @Override
    public void write(TextEncoder chunk) throws IOException {
        if (chunk.size() == 0) {
            return;
        }
        if (!isFirst) {
            file.write(separator, separator.length);
        }
        isFirst = false;
        file.write(chunk.bytes(), chunk.size() - separator.length);
    }

    @Override
    public long finish() throws IOException {
        file.write(end, end.length);
        return file.finish();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
