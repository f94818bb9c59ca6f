package io.theforge.export.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.database.report.RefusedException;
import io.theforge.export.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {
    private static final String MANIFEST = """
            {"forge_version": "1", "files": [{"path": "store.csv"}, {"path": "sales_daily/00000.csv"}]}
            """;

    @TempDir
    Path folder;

    private Path shop() {
        return folder.resolve("shop");
    }

    private static void write(ExportFolder export, String content) throws IOException {
        for (String path : List.of("store.csv", "sales_daily/00000.csv")) {
            try (ByteFile file = export.create(path)) {
                byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
                file.write(bytes, bytes.length);
                file.finish();
            }
        }
        export.describe(Manifest.FILE, MANIFEST.getBytes(StandardCharsets.UTF_8));
    }

    private void export(Path out, boolean replace, String content) throws IOException {
        try (ExportFolder export = ExportFolder.open(out, replace)) {
            write(export, content);
            export.publish();
        }
    }

    private static List<String> everythingIn(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void nothingIsThereUnderItsNameUntilAllOfItIs() throws Exception {
        try (ExportFolder export = ExportFolder.open(shop(), false)) {
            write(export, "a");
            assertThat(shop()).doesNotExist();
            export.publish();
            assertThat(shop().resolve("store.csv")).hasContent("a");
        }
        assertThat(everythingIn(folder))
                .containsExactly("shop/manifest.json", "shop/sales_daily/00000.csv", "shop/store.csv");
    }

    @Test
    void aFolderThatWasThereKeepsItsPermissions() throws Exception {
        Files.createDirectory(shop());
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "permissions of POSIX");
        Set<PosixFilePermission> forTheOwner = PosixFilePermissions.fromString("rwx------");
        Files.setPosixFilePermissions(shop(), forTheOwner);
        export(shop(), false, "a");
        assertThat(Files.getPosixFilePermissions(shop())).isEqualTo(forTheOwner);
        export(shop(), true, "b");
        assertThat(Files.getPosixFilePermissions(shop())).isEqualTo(forTheOwner);
    }

    @Test
    void anExportThatIsNotPublishedLeavesNothing() throws Exception {
        try (ExportFolder export = ExportFolder.open(shop(), false)) {
            write(export, "a");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void entriesHaveSizeAndHashOfWhatWasWritten() throws Exception {
        try (ExportFolder export = ExportFolder.open(shop(), false)) {
            write(export, "abc");
            Files.writeString(export.place("other.parquet"), "abc");
            export.add("other.parquet");
            String sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
            assertThat(export.entries())
                    .containsExactly(
                            new ExportFolder.Entry("store.csv", 3, sha256OfAbc),
                            new ExportFolder.Entry("sales_daily/00000.csv", 3, sha256OfAbc),
                            new ExportFolder.Entry("other.parquet", 3, sha256OfAbc));
        }
    }

    @Test
    void anEmptyFolderAMissingParentAndASlashAtTheEndAreTaken() throws Exception {
        Files.createDirectory(shop());
        export(shop(), false, "a");
        assertThat(shop().resolve("store.csv")).hasContent("a");
        export(Path.of(folder + "/new/parent/shop/"), false, "b");
        assertThat(folder.resolve("new/parent/shop/store.csv")).hasContent("b");
    }

    @Test
    void aLinkToAFolderIsFollowed() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(shop(), real);
        export(shop(), false, "a");
        assertThat(shop()).isSymbolicLink();
        assertThat(real.resolve("store.csv")).hasContent("a");
    }

    @Test
    void anEarlierExportIsReplacedWholeWhenThatIsAskedFor() throws Exception {
        export(shop(), false, "a");
        assertThatThrownBy(() -> ExportFolder.open(shop(), false))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("holds an earlier export");
        export(shop(), true, "b");
        assertThat(shop().resolve("store.csv")).hasContent("b");
        assertThat(everythingIn(folder)).hasSize(3);
    }

    @Test
    void whatIsNoExportIsNeverReplaced() throws Exception {
        Files.createDirectory(shop());
        Files.writeString(shop().resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> ExportFolder.open(shop(), true))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is no export of the Forge");
        Files.writeString(shop().resolve("manifest.json"), "{\"name\": \"a web application\"}");
        assertThatThrownBy(() -> ExportFolder.open(shop(), true)).hasMessageContaining("is no export of the Forge");
        assertThat(shop().resolve("thesis.txt")).hasContent("years of work");
        assertThat(everythingIn(folder)).containsExactly("shop/manifest.json", "shop/thesis.txt");
    }

    @Test
    void aFileThatSomebodyHasPutIntoAnExportKeepsItFromBeingReplaced() throws Exception {
        export(shop(), false, "a");
        Files.createDirectory(shop().resolve("models"));
        Files.writeString(shop().resolve("models/best.bin"), "trained for a week");
        assertThatThrownBy(() -> ExportFolder.open(shop(), true))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("models/best.bin");
        assertThat(shop().resolve("store.csv")).hasContent("a");
    }

    @Test
    void aFileALinkToNothingAndAParentThatIsAFileAreRefused() throws Exception {
        Files.writeString(shop(), "a file");
        assertThatThrownBy(() -> ExportFolder.open(shop(), true))
                .isInstanceOf(OutFolderException.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> ExportFolder.open(shop().resolve("deeper"), false))
                .isInstanceOf(OutFolderException.class)
                .hasMessageContaining("shop is a file");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> ExportFolder.open(link, false))
                .isInstanceOf(OutFolderException.class)
                .hasMessageContaining("is a link to");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aSecondExportToTheSameFolderIsRefusedWhileTheFirstGoesOn() throws Exception {
        try (ExportFolder first = ExportFolder.open(shop(), false)) {
            assertThatThrownBy(() -> ExportFolder.open(shop(), true))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("another export is writing to");
            write(first, "a");
            first.publish();
        }
        assertThat(shop().resolve("store.csv")).hasContent("a");
    }
}
