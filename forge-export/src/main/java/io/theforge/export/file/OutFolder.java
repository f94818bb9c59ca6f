package io.theforge.export.file;

import io.theforge.database.report.RefusedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder as somebody has named it, and what has to be so that an export can go there. */
record OutFolder(Path name) {
    private static final String ANOTHER = "name another folder";

    /** Returns the folder itself, where links lead; its parent is made where it is missing. */
    Path resolved() throws IOException {
        if (Files.exists(name)) {
            if (!Files.isDirectory(name)) {
                throw new OutFolderException(name + " is a file", "name a folder");
            }
            return name.toRealPath();
        }
        if (Files.isSymbolicLink(name)) {
            throw new OutFolderException(
                    name + " is a link to " + Files.readSymbolicLink(name) + ", which is not there",
                    "make that folder, or " + ANOTHER);
        }
        Path absolute = name.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            return absolute;
        }
        try {
            Files.createDirectories(parent);
            return parent.toRealPath().resolve(absolute.getFileName());
        } catch (FileAlreadyExistsException e) {
            throw new OutFolderException(e.getFile() + " is a file", "name a folder whose parent is a folder");
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    static OutFolderException unwritable(Path name, IOException failure) {
        return new OutFolderException(
                name + " cannot be written (" + SystemWords.of(failure) + ")",
                "name a folder where you may write and that has room");
    }

    /** Nothing is ever replaced but what an earlier run has written that writes the same. */
    static void refuseContents(Path name, Path target, Contents contents, boolean replace) throws IOException {
        if (!Files.exists(target)
                || Folders.entries(target).stream().allMatch(entry -> entry.endsWith(StagingInside.NAME))) {
            return;
        }
        EarlierExport earlier = new EarlierExport(target, contents);
        if (!earlier.isThere()) {
            throw new RefusedException(
                    name + " is not empty, and is " + contents.none() + " of the Forge"
                            + (replace ? ": --force replaces no other" : ""),
                    ANOTHER + ", or empty this one yourself");
        }
        if (!replace) {
            throw new RefusedException(
                    name + " holds " + contents.earlier(), ANOTHER + ", or replace what is there with --force");
        }
        String stranger = earlier.stranger();
        if (stranger != null) {
            throw new RefusedException(
                    name + " holds " + contents.earlier() + ", and " + stranger + ", which is not of it",
                    "move that file away, or " + ANOTHER);
        }
    }
}
