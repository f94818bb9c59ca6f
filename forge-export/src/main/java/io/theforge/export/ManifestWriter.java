package io.theforge.export;

import io.theforge.export.file.ExportFolder;
import io.theforge.export.manifest.Croissant;
import io.theforge.export.manifest.Manifest;
import java.io.IOException;

/** Writes the manifest, and the same in the words of Croissant, beside the files of an export. */
public final class ManifestWriter {
    private ManifestWriter() {}

    /** Writes both, when all files are there. */
    public static void write(Manifest manifest, ExportFolder folder) throws IOException {
        folder.describe(Croissant.FILE, Croissant.bytes(manifest));
        folder.describe(Manifest.FILE, manifest.bytes());
    }
}
