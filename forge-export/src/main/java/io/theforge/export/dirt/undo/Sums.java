package io.theforge.export.dirt.undo;

import io.theforge.export.file.Sha256;
import io.theforge.export.file.SystemWords;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
                        folder + ": " + file.path()
                                + " is not the file that was written: its SHA-256 is not the one in the manifest",
                        "put the file back as it was, or export once more");
            }
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UndoException(
                    file + " cannot be read (" + SystemWords.of(e) + ")", "see to it that it can be read");
        }
    }
}
