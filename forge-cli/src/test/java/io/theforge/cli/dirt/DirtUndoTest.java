package io.theforge.cli.dirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import io.theforge.cli.result.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clean export again, as people ask for it. */
class DirtUndoTest {
    @TempDir
    Path folder;

    private Ran run(int exit, String... arguments) {
        Ran ran = Ran.in(folder, arguments);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        return ran;
    }

    private void export(String out, String... more) {
        String[] shop = {"export", "--format", "csv", "--stores", "2", "--products", "3", "--out", out};
        run(Exit.DONE, Stream.of(shop, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private Map<String, String> files(String of) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder.resolve(of))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.resolve(of).relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void itIsTheExportThatWouldHaveBeenMade() throws Exception {
        export("clean");
        export("dirty", "--dirty", "light");

        Ran ran = run(Exit.DONE, "dirt", "undo", "dirty", "--out", "undone");

        assertThat(ran.out()).contains("as they were before they were spoilt", "next: ./forge fingerprint undone");
        assertThat(files("undone")).isEqualTo(files("clean")).isNotEqualTo(files("dirty"));
        run(Exit.DONE, "fingerprint", "undone");
        assertThat(run(Exit.REFUSED, "dirt", "undo", "dirty", "--out", "undone").err())
                .contains("undone holds an earlier export");
        run(Exit.DONE, "dirt", "undo", "dirty", "--out", "undone", "--force");
        assertThat(files("undone")).isEqualTo(files("clean"));
    }

    @Test
    void theFilesOfADirtyExportAreComparedWithTheirChecksums() throws Exception {
        export("dirty", "--dirty", "light");

        assertThat(run(Exit.DONE, "fingerprint", "dirty").out())
                .contains("note: sales_daily has been spoiled on purpose, and is compared with its checksum alone")
                .contains("files as the manifest says");
        Path sales = folder.resolve("dirty/sales_daily.csv");
        Files.writeString(sales, Files.readString(sales) + "\n");
        assertThat(run(Exit.VERIFICATION_FAILED, "fingerprint", "dirty").err()).contains("forge: sales_daily.csv has ");
    }

    @Test
    void whatCouldNotBeUndoneIsNotSpoiled() {
        assertThat(run(Exit.USAGE, "export --format csv --out dirty --dirty light --compress zstd".split(" "))
                        .err())
                .contains("--dirty does not go with --compress zstd");
    }

    @Test
    void whatIsNoDirtyExportIsRefusedAndNothingIsWritten() throws Exception {
        export("clean");
        export("dirty", "--dirty", "light");

        assertThat(run(Exit.USAGE, "dirt", "undo", "clean", "--out", "undone").err())
                .contains("/clean holds no dirty export; ");
        assertThat(run(Exit.USAGE, "dirt", "undo", "nowhere", "--out", "undone").err())
                .contains("forge: DIR: there is no folder ", "/nowhere; ");
        assertThat(run(Exit.USAGE, "dirt", "undo", "dirty", "--out", "dirty/clean", "--force")
                        .err())
                .contains("forge: --out: ", "/dirty/clean is the dirty export or lies in it; ");
        assertThat(run(Exit.USAGE, "dirt", "undo", " ", "--out", "undone").err())
                .contains("forge: DIR: names no folder; ");
        assertThat(run(Exit.USAGE, "dirt", "undo", "dirty").err()).contains("--out");
        Path ledger = folder.resolve("dirty/dirt.csv");
        String whole = Files.readString(ledger);
        Files.writeString(ledger, whole.substring(0, whole.length() / 2));
        assertThat(run(Exit.USAGE, "dirt", "undo", "dirty", "--out", "undone").err())
                .contains("dirty: dirt.csv is not the file that was written: ");
        assertThat(folder.resolve("undone")).doesNotExist();
    }
}
