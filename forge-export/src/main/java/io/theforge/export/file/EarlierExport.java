package io.theforge.export.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.export.manifest.Croissant;
import io.theforge.export.manifest.Manifest;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is in a folder that is to be replaced: what we have written there and nothing else, or it stays. */
record EarlierExport(Path folder, Contents contents) {
    /** Returns whether the folder holds it, by its manifest. */
    boolean isThere() {
        return files() != null;
    }

    /** Returns a file that is none of its own, as its path inside the folder; null where there is none. */
    @Nullable
    String stranger() throws IOException {
        Set<String> known = files();
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

    private @Nullable Set<String> files() {
        Path manifest = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(manifest)) {
            return null;
        }
        try {
            JsonNode read = new ObjectMapper().readTree(manifest.toFile());
            if (!contents.isOf(read) || !read.path("files").isArray()) {
                return null;
            }
            Set<String> paths = new HashSet<>(Set.of(Manifest.FILE, Croissant.FILE));
            read.path("files").forEach(file -> paths.add(file.path("path").asText()));
            return paths;
        } catch (IOException noJson) {
            return null;
        }
    }
}
