package io.theforge.junit.database;

import io.theforge.Forge;
import io.theforge.database.Warehouse;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/** Which build of the Forge this is. A version's name alone would not do: a snapshot has the same one every day. */
final class Build {
    private static final String IDENTITY = computed();

    private Build() {}

    /** The same for the same classes of the Forge and the same DuckDB; where they cannot be read, of this process alone. */
    static String identity() {
        return IDENTITY;
    }

    private static String computed() {
        MessageDigest digest = Hashes.start();
        try {
            for (Class<?> part : List.of(Forge.class, Warehouse.class)) {
                update(digest, place(part));
            }
            return Hashes.hex(digest.digest(), 16) + " "
                    + place(DuckDBDriver.class).getFileName();
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return UUID.randomUUID().toString();
        }
    }

    private static Path place(Class<?> part) throws IOException, URISyntaxException {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("no place is known for " + part);
        }
        return Path.of(source.getLocation().toURI());
    }

    private static void update(MessageDigest digest, Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            digest.update(Files.readAllBytes(place));
            return;
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
    }
}
