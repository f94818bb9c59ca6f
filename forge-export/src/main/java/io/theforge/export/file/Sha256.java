package io.theforge.export.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The checksum of a file that is there. */
public final class Sha256 {
    private static final int BYTES = 1 << 16;

    private Sha256() {}

    /** Returns it in hex digits. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = ExportFile.sha256();
        byte[] buffer = new byte[BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return ExportFile.hex(digest);
    }
}
