package io.theforge.export.read;

import io.theforge.export.file.Sha256;
import io.theforge.export.file.SystemWords;
import io.theforge.export.manifest.CodeColumns;
import io.theforge.export.manifest.Croissant;
import io.theforge.export.manifest.Manifest;
import io.theforge.export.manifest.ManifestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the files of an export against its manifest: which there are, their sizes and their checksums. */
final class FileChecks {
    private final Path folder;
    private final Manifest manifest;
    private final TreeMap<String, String> problems = new TreeMap<>();
    private final boolean isAnswerKeyWithheld;

    FileChecks(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
        List<String> answerKey = manifest.files().stream()
                .map(ManifestFile::path)
                .filter(FileChecks::isOfAnswerKey)
                .toList();
        isAnswerKeyWithheld = !answerKey.isEmpty()
                && answerKey.stream().noneMatch(path -> Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS));
    }

    private static boolean isOfAnswerKey(String path) {
        return path.startsWith("truth/");
    }

    /** Returns whether all files of the answer key have been taken away, which it is in a folder of its own for. */
    boolean isAnswerKeyWithheld() {
        return isAnswerKeyWithheld;
    }

    /** Returns how many files are there that should be. */
    int files() {
        return (int) manifest.files().stream().filter(this::isWanted).count();
    }

    private boolean isWanted(ManifestFile file) {
        return !isAnswerKeyWithheld || !isOfAnswerKey(file.path());
    }

    /** Returns what is wrong, by the file's path. */
    TreeMap<String, String> run() {
        manifest.files().stream().filter(this::isWanted).forEach(this::check);
        Set<String> known = new HashSet<>(Set.of(Manifest.FILE, Croissant.FILE));
        manifest.files().forEach(file -> known.add(file.path()));
        boolean isOfACluster = manifest.asked().layout().equals(CodeColumns.LAYOUT);
        for (String path : files(folder)) {
            if (!known.contains(path) && !(isOfACluster && isTheClusters(path))) {
                problems.put(path, path + " is not in the manifest");
            }
        }
        return problems;
    }

    /** Hadoop and Delta keep what is theirs under such names, {@code _SUCCESS} and {@code _delta_log}, and read no rows from there. */
    private static boolean isTheClusters(String path) {
        return path.startsWith("_") || path.contains("/_");
    }

    private void check(ManifestFile file) {
        String path = file.path();
        Path place = folder.resolve(path).normalize();
        if (!place.startsWith(folder.normalize())) {
            problems.put(path, path + " in the manifest leads out of the folder");
        } else if (!Files.isRegularFile(place)) {
            problems.put(path, path + " is missing");
        } else {
            compare(file, place);
        }
    }

    private void compare(ManifestFile file, Path place) {
        try {
            long bytes = Files.size(place);
            if (bytes != file.bytes()) {
                problems.put(
                        file.path(), file.path() + " has " + bytes + " bytes, and the manifest says " + file.bytes());
                return;
            }
            String sha256 = Sha256.of(place);
            if (!sha256.equals(file.sha256())) {
                problems.put(
                        file.path(),
                        file.path() + " has the SHA-256 " + sha256 + ", and the manifest says " + file.sha256());
            }
        } catch (IOException e) {
            problems.put(file.path(), file.path() + " cannot be read (" + SystemWords.of(e) + ")");
        }
    }

    /** Returns the paths of all files, by name, hidden ones left out. */
    static List<String> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> Stream.of(path.split("/")).noneMatch(name -> name.startsWith(".")))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UnreadableException(folder + " cannot be read (" + SystemWords.of(e) + ")");
        }
    }
}
