package io.theforge.spark.job;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

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
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        if (file.toString().contains("sales_daily")) {
            throw new IOException("No space left on device");
        }
        return super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
    }
}
