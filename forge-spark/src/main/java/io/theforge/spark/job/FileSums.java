package io.theforge.spark.job;

import io.theforge.export.manifest.ManifestFile;
import io.theforge.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The checksums of files, made where the executors are: a manifest has them, and there may be more bytes than one machine can read. */
final class FileSums {
    private static final int BUFFER_BYTES = 1 << 20;

    private FileSums() {}

    /** Returns the files of a table with their checksums, in the same order. */
    static List<ManifestFile> of(SparkSession spark, Table table, List<LocatedFileStatus> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop = context.broadcast(
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
        List<String> paths =
                files.stream().map(file -> file.getPath().toString()).toList();
        List<String> sums = context.parallelize(paths, paths.size())
                .map(path -> sha256(new Path(path), hadoop.value()))
                .collect();
        hadoop.destroy();
        return IntStream.range(0, files.size())
                .mapToObj(i -> new ManifestFile(
                        OutputFolder.place(table) + "/" + files.get(i).getPath().getName(),
                        table.sqlName(),
                        files.get(i).getLen(),
                        sums.get(i)))
                .toList();
    }

    private static String sha256(Path path, SerializableConfiguration hadoop)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = path.getFileSystem(hadoop.value()).open(path)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
