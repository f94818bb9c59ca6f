package io.theforge.export.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Beside the export's own folder: one rename publishes it. */
final class StagingBeside extends Staging {

    StagingBeside(Path target) {
        super(target.resolveSibling("." + target.getFileName() + ".forge-export"), target);
    }

    @Override
    void publish() throws IOException {
        if (Files.isDirectory(target)) {
            Folders.likeThis(target, files());
        }
        boolean replaces = Files.isDirectory(target) && !Folders.entries(target).isEmpty();
        if (replaces) {
            move(target, earlier());
        }
        try {
            move(files(), target);
        } catch (IOException e) {
            if (replaces) {
                move(earlier(), target);
            }
            throw e;
        }
        Folders.sync(Objects.requireNonNull(target.getParent()));
    }

    /** An empty folder of that name is replaced by the rename itself. */
    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A run that was killed between its two renames has left no folder of that name: the earlier one gets it back. */
    @Override
    protected void recover() throws IOException {
        if (Files.isDirectory(earlier()) && !Files.exists(target)) {
            move(earlier(), target);
        }
    }
}
