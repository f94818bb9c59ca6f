package io.theforge.cli.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.theforge.cli.Ran;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own that does not come to its end: killed, asked to stop, or out of room. */
class BrokenOffDocumentsTest {
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    private List<String> program(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.theforge.cli.Forge",
                "documents",
                "--out",
                "texts"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Begins a long one, and returns when something of it is in the folder. */
    private Process begun() throws IOException, InterruptedException {
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = new ProcessBuilder(program("--documents", "2000", "--stores", "200"))
                    .directory(folder.toFile())
                    .start();
            assertThat(watch.poll(1, TimeUnit.MINUTES)).isNotNull();
            return process;
        }
    }

    private Ran fewDocuments(String... more) {
        return Ran.in(
                folder,
                Stream.concat(
                                Stream.of("documents", "--out", "texts", "--documents", "20", "--stores", "2"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private void assertThatOnlyStandsHere(String... names) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    @Test
    void aKilledOneLeavesNothingUnderItsNameAndTheNextOneWorks() throws Exception {
        Process process = begun();
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThatOnlyStandsHere(".texts.forge-export");

        Ran next = fewDocuments();
        assertThat(next.exit()).as(next.err()).isZero();
        assertThatOnlyStandsHere("texts");
    }

    @Test
    void oneThatIsAskedToStopRemovesWhatItHasWritten() throws Exception {
        Process process = begun();
        process.toHandle().destroy();
        try (BufferedReader err = process.errorReader()) {
            assertThat(err.lines()).anyMatch(line -> line.contains("interrupted: nothing has been changed"));
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        assertThat(folder).isEmptyDirectory();
    }

    /** The system's limit on the size of a file stands for a full disk: the same error from the same call, on any machine. */
    @Test
    void oneWithoutRoomSaysSoAndLeavesWhatWasThere() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        assertThat(fewDocuments().exit()).isZero();
        String before = Files.readString(folder.resolve("texts/manifest.json"));

        List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", "ulimit -f 100; exec \"$@\"", "bash"));
        command.addAll(program("--documents", "400", "--force", "--no-progress"));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
        List<String> said;
        try (BufferedReader err = process.errorReader()) {
            said = err.lines().toList();
        }
        assertThat(process.waitFor()).as(String.join("\n", said)).isEqualTo(1);
        assertThat(said)
                .singleElement()
                .asString()
                .contains("texts cannot be written to its end (File too large), and nothing has been changed there")
                .contains("make room");
        assertThatOnlyStandsHere("texts");
        assertThat(folder.resolve("texts/manifest.json")).hasContent(before);
    }
}
