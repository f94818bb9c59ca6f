package io.theforge.export.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is in a folder that is to be replaced: an export of ours and nothing else, or it stays. */
final class EarlierExport {
    private EarlierExport() {}

    /** Returns whether the folder holds an export, by its manifest. */
    static boolean isIn(Path folder) {
        return files(folder) != null;
    }

    /** Returns a file that is none of the export's own, as its path inside the folder; null where there is none. */
    static @Nullable String stranger(Path folder) throws IOException {
        Set<String> known = files(folder);
        String[] found = {null};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                return entered.equals(folder.resolve(StagingInside.NAME))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (known == null || !known.contains(path)) {
                    found[0] = path;
                    return FileVisitResult.TERMINATE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found[0];
    }

    private static @Nullable Set<String> files(Path folder) {
        Path manifest = folder.resolve(ExportFolder.MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            return null;
        }
        try {
            JsonNode read = new ObjectMapper().readTree(manifest.toFile());
            boolean ours = read.path("forge_version").isTextual()
                    || read.path("format").asText().equals("forge-documents");
            if (!ours || !read.path("files").isArray()) {
                return null;
            }
            Set<String> paths = new HashSet<>(Set.of(ExportFolder.MANIFEST, ExportFolder.CROISSANT));
            read.path("files").forEach(file -> paths.add(file.path("path").asText()));
            return paths;
        } catch (IOException noJson) {
            return null;
        }
    }
}
