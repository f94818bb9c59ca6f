package io.theforge.export.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.export.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs have left that were killed at each step; the next run puts it right. */
class KilledExportTest {
    private static final List<String> FILES = List.of("a.csv", "b/1.csv", Manifest.FILE);

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = folder.toRealPath().resolve("shop");
    }

    private static void fill(Path into, String content) throws IOException {
        for (String file : FILES) {
            Files.createDirectories(into.resolve(file).getParent());
            Files.writeString(into.resolve(file), content);
        }
    }

    private static void assertHolds(Path folder, String content) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            assertThat(found.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(FILES);
        }
        for (String file : FILES) {
            assertThat(folder.resolve(file)).hasContent(content);
        }
    }

    @Test
    void whileItWrites() throws Exception {
        Staging next = new StagingBeside(target);
        fill(next.files(), "half");
        next.recoverLeftovers();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void betweenItsTwoRenamesTheEarlierExportGetsItsNameBack() throws Exception {
        Staging next = new StagingBeside(target);
        fill(next.files(), "new");
        fill(next.earlier(), "old");
        next.recoverLeftovers();
        assertHolds(target, "old");
        assertThat(Folders.entries(target.getParent())).containsExactly(target);
    }

    @Test
    void afterItsRenamesTheNewExportStays() throws Exception {
        Staging next = new StagingBeside(target);
        fill(next.earlier(), "old");
        fill(target, "new");
        next.recoverLeftovers();
        assertHolds(target, "new");
        assertThat(Folders.entries(target.getParent())).containsExactly(target);
    }

    @Test
    void whileItWritesInsideTheFolder() throws Exception {
        fill(target, "old");
        Staging next = new StagingInside(target);
        fill(next.files(), "half");
        next.recoverLeftovers();
        assertHolds(target, "old");
    }

    /** Each move is a step; a run is stopped before each of them, by a folder that stands in its way. */
    @Test
    void atEachStepOfPuttingFilesInPlaceInsideTheFolder() throws Exception {
        for (String stopped : List.of("old/manifest.json", "old/a.csv", "old/b", "old/gone.csv")) {
            Folders.remove(target);
            fill(target, "old");
            Files.writeString(target.resolve("gone.csv"), "of the earlier export alone");
            Staging killed = new StagingInside(target);
            fill(killed.files(), "new");
            Path obstacle = target.resolve(StagingInside.NAME).resolve(stopped);
            Files.createDirectories(obstacle.resolve("in the way"));
            assertThat(org.assertj.core.api.Assertions.catchThrowable(killed::publish))
                    .as(stopped)
                    .isInstanceOf(IOException.class);
            Folders.remove(obstacle);

            new StagingInside(target).recoverLeftovers();
            assertHolds(target, "new");
        }
    }

    @Test
    void withSomeOfTheNewFilesInPlaceInsideTheFolder() throws Exception {
        Staging killed = new StagingInside(target);
        fill(killed.files(), "new");
        Files.write(target.resolve(StagingInside.NAME).resolve("names"), List.of("a.csv", "b", Manifest.FILE));
        Files.move(killed.files().resolve("a.csv"), target.resolve("a.csv"));
        Files.writeString(target.resolve(Manifest.FILE), "old");

        new StagingInside(target).recoverLeftovers();
        assertHolds(target, "new");
    }

    @Test
    void theNextExportToTheFolderFindsItAsIfNothingHadHappened() throws Exception {
        fill(new StagingBeside(target).files(), "half");
        try (ExportFolder export = ExportFolder.open(target, false)) {
            assertThat(export.entries()).isEmpty();
            fill(export.place("a.csv").getParent(), "new");
            export.publish();
        }
        assertHolds(target, "new");
        assertThat(Folders.entries(target.getParent())).containsExactly(target);
    }
}
