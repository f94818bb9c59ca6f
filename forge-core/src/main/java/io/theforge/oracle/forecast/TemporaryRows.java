package io.theforge.oracle.forecast;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file that only its owner may read. It is gone when it is closed or the process ends, however it ends where the system allows that. */
final class TemporaryRows implements AutoCloseable {
    private final File file;
    private final FileChannel channel;

    TemporaryRows() throws IOException {
        // Owner only, where the system knows owners
        Path path = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "forge-", ".forecasts");
        file = path.toFile();
        file.deleteOnExit();
        channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        // An open file may be without a name, and is then removed even after a kill; elsewhere this fails, and it is
        // removed at the end
        file.delete();
    }

    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        file.delete();
    }
}
