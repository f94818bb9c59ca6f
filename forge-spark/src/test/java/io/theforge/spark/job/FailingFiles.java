package io.theforge.spark.job;

import io.theforge.export.manifest.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** A disk that is full when the sales come: {@code failing:/path}. */
public final class FailingFiles extends RawLocalFileSystem {
    /** Where the output goes. */
    static java.nio.file.Path output = java.nio.file.Path.of("nowhere");

    /** How often something was removed there without {@code _INCOMPLETE} beside it. */
    static int unmarkedRemovals;

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        if (!path.getName().equals(Manifest.INCOMPLETE) && !Files.exists(output.resolve(Manifest.INCOMPLETE))) {
            unmarkedRemovals++;
        }
        return super.delete(path, recursive);
    }

    @Override
    public URI getUri() {
        return URI.create("failing:///");
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    protected OutputStream createOutputStreamWithMode(Path file, boolean append, FsPermission permission)
            throws IOException {
        if (file.toString().contains("sales_daily")) {
            throw new IOException("No space left on device");
        }
        return super.createOutputStreamWithMode(file, append, permission);
    }
}
