package io.theforge.database.duckdb;

import io.theforge.database.DatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is at a database's path, by its first bytes: the engine would look for an extension that can read it. */
final class FileKind {
    private static final int LENGTH = 16;
    /** Behind a checksum of eight bytes. */
    private static final int MAGIC_AT = 8;

    private FileKind() {}

    /**
     * Lets pass what is no file yet, an empty file, a DuckDB file, and a folder, which is told elsewhere.
     *
     * @param path as it was given @param real without links
     * @throws DatabaseException if it is something else
     */
    static void refuseOthers(Path path, Path real) {
        if (!Files.exists(real) || Files.isDirectory(real)) {
            return;
        }
        if (!Files.isRegularFile(real)) {
            throw new DatabaseException(path + " is a device or a pipe, not a database file", Failures.ELSEWHERE, null);
        }
        String begin = begin(real);
        if (begin != null && !begin.isEmpty() && !begin.startsWith("DUCK", Math.min(MAGIC_AT, begin.length()))) {
            String kind = begin.startsWith("SQLite format")
                    ? ", but one of SQLite"
                    : begin.startsWith("PAR1") ? ", but a Parquet file" : "";
            throw new DatabaseException(path + " is not a DuckDB file" + kind, Failures.ELSEWHERE, null);
        }
    }

    /** One character a byte; null when it cannot be read, which the engine tells. */
    private static @Nullable String begin(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return null;
        }
    }
}
