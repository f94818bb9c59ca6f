package io.theforge.database.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be read only once, in a temporary file that only its owner may read, until it is closed or the process ends. */
final class SpooledFile implements AutoCloseable {
    private static final int BYTES = 1 << 16;
    private final Path path;

    private SpooledFile(Path path) {
        this.path = path;
    }

    /** @param shown the file as it was given, for messages */
    static SpooledFile of(InputStream stream, String shown) {
        return of(stream, shown, Path.of(System.getProperty("java.io.tmpdir")));
    }

    static SpooledFile of(InputStream stream, String shown, Path folder) {
        SpooledFile file;
        try {
            // Owner only, where the system knows owners
            file = new SpooledFile(Files.createTempFile(folder, "forge-", ".parquet"));
        } catch (IOException e) {
            throw full(shown, folder, e);
        }
        file.path.toFile().deleteOnExit();
        boolean whole = false;
        try {
            file.fill(stream, shown, folder);
            whole = true;
            return file;
        } finally {
            if (!whole) {
                file.close();
            }
        }
    }

    private void fill(InputStream stream, String shown, Path folder) {
        byte[] bytes = new byte[BYTES];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int read = read(stream, bytes, shown); read >= 0; read = read(stream, bytes, shown)) {
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            throw full(shown, folder, e);
        }
    }

    private static int read(InputStream stream, byte[] bytes, String shown) {
        try {
            return stream.read(bytes);
        } catch (IOException e) {
            throw ForecastInput.unreadable(shown, e);
        }
    }

    private static ForecastFileException full(String shown, Path folder, IOException e) {
        return full(
                shown,
                "is Parquet that can be read only once",
                folder,
                e,
                "make room there, or give the file itself, uncompressed");
    }

    /** @param why it has to be kept in a file */
    static ForecastFileException full(String shown, String why, IOException e) {
        return full(
                shown,
                why,
                Path.of(System.getProperty("java.io.tmpdir")),
                e,
                "make room there, or name another with FORGE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
    }

    private static ForecastFileException full(String shown, String why, Path folder, IOException e, String remedy) {
        return new ForecastFileException(
                shown,
                why + ", and cannot be kept in the folder for temporary files, " + folder + ": "
                        + ForecastInput.reason(e),
                remedy);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        path.toFile().delete();
    }
}
