package io.theforge.export.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with whole folders. */
final class Folders {
    private Folders() {}

    /** Returns what is in a folder, by name. */
    static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(entries::add);
        }
        entries.sort(null);
        return entries;
    }

    /** Removes a folder and what is in it, or a file; links are removed and not followed. Does nothing where there is none. */
    static void remove(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Gives a folder the permissions, the group and the owner of another, as far as this system and user can. */
    static void likeThis(Path model, Path folder) {
        PosixFileAttributeView from = Files.getFileAttributeView(model, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (from == null || to == null) {
            return;
        }
        try {
            PosixFileAttributes attributes = from.readAttributes();
            to.setPermissions(attributes.permissions());
            to.setGroup(attributes.group());
            to.setOwner(attributes.owner());
        } catch (IOException e) {
            // a user may set the permissions of what is his, and not always its group
            return;
        }
    }

    /** Makes the names in a folder, and in those within it, durable. */
    static void syncAll(Path folder) throws IOException {
        for (Path entry : entries(folder)) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                syncAll(entry);
            }
        }
        sync(folder);
    }

    /** Makes the names in a folder durable. */
    static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not every system can flush a folder; the names are there all the same
            return;
        }
    }
}
