package io.theforge.export.manifest;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.export.file.ExportFolder;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Writes the manifest, and the same in the words of Croissant, beside the files of an export. */
public final class ManifestWriter {
    private ManifestWriter() {}

    /** Writes both, when all files are there. */
    public static void write(Manifest manifest, ExportFolder folder) throws IOException {
        folder.describe(ExportFolder.CROISSANT, bytes(Croissant.of(manifest)));
        folder.describe(ExportFolder.MANIFEST, bytes(manifest.json()));
    }

    private static byte[] bytes(Map<String, Object> document) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        byte[] text =
                new ObjectMapper().writer(printer.withArrayIndenter(lines)).writeValueAsBytes(document);
        byte[] ended = Arrays.copyOf(text, text.length + 1);
        ended[text.length] = '\n';
        return ended;
    }
}
