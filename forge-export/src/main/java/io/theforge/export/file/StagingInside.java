package io.theforge.export.file;

import io.theforge.export.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Inside the export's own folder, where no other can take its name: a mount point, the working directory, a folder in one that cannot be
 * written. The files get their places one by one, the manifest last, without which it is no export; what a killed run has begun of
 * that, the next one ends.
 */
final class StagingInside extends Staging {
    static final String NAME = ".forge-export";

    private final Path names;

    StagingInside(Path target) {
        super(target.resolve(NAME), target);
        names = folder.resolve("names");
    }

    @Override
    void publish() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path entry : Folders.entries(files())) {
            lines.add(entry.getFileName().toString());
        }
        Path unfinished = folder.resolve("names.new");
        Files.write(unfinished, lines, StandardCharsets.UTF_8);
        Files.move(unfinished, names, StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(folder);
        putInPlace();
    }

    @Override
    protected void recover() throws IOException {
        if (Files.exists(names)) {
            putInPlace();
        }
    }

    private void putInPlace() throws IOException {
        List<String> published = Files.readAllLines(names, StandardCharsets.UTF_8);
        Files.createDirectories(earlier());
        moveAway(target.resolve(Manifest.FILE), published);
        for (Path entry : Folders.entries(target)) {
            moveAway(entry, published);
        }
        for (String name : published) {
            if (!name.equals(Manifest.FILE)) {
                moveIn(name);
            }
        }
        Folders.sync(target);
        moveIn(Manifest.FILE);
        Folders.sync(target);
        Files.delete(names);
    }

    /** What is not published, or is yet to be, belongs to the earlier export. */
    private void moveAway(Path entry, List<String> published) throws IOException {
        String name = entry.getFileName().toString();
        boolean isNew = published.contains(name) && !Files.exists(files().resolve(name));
        if (!name.equals(NAME) && !isNew && Files.exists(entry)) {
            Files.move(entry, earlier().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void moveIn(String name) throws IOException {
        Path waiting = files().resolve(name);
        if (Files.exists(waiting)) {
            Files.move(waiting, target.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
