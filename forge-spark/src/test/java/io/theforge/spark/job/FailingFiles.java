package io.theforge.spark.job;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** A disk that is full when the sales come: {@code failing:/path}. */
public final class FailingFiles extends RawLocalFileSystem {
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
