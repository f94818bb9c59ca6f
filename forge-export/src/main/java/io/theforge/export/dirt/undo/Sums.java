package io.theforge.export.dirt.undo;

import io.theforge.export.file.SystemWords;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Holds files against the sums that the manifest has of them. */
final class Sums {
    private Sums() {}

    /** @throws UndoException naming the first file that is another, or is not there */
    static void check(Path folder, Manifest manifest) {
        for (ManifestFile file : manifest.files()) {
            Path place = folder.resolve(file.path()).normalize();
            if (!place.startsWith(folder.normalize()) || !Files.isRegularFile(place)) {
                throw new UndoException(file.path() + " is missing in " + folder, "export it once more");
            }
            if (!sha256(place).equals(file.sha256())) {
                throw new UndoException(
                        file.path() + " is not the file that was written: its SHA-256 is not the one in the manifest",
                        "put the file back as it was, or export once more");
            }
        }
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UndoException(
                    file + " cannot be read (" + SystemWords.of(e) + ")", "see to it that it can be read");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
