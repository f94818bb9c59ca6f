package io.theforge.export.file;

import java.io.Closeable;
import java.io.IOException;

/** A file of an export that takes bytes, one piece after another. */
public interface ByteFile extends Closeable {
    /** Appends the first {@code length} bytes, which are free again when this returns. */
    void write(byte[] bytes, int length) throws IOException;

    /** Ends it and hands it to the folder. @return bytes of the file */
    long finish() throws IOException;
}
