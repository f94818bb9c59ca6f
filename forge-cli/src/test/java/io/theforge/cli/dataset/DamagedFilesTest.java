package io.theforge.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;

/** A damaged file gets one line from the whole program as well, and nothing is written. */
class DamagedFilesTest {
    private static final Path GOOD = Path.of("..", "examples", "holiday-quarter.yaml");
    private final Path folder;

    DamagedFilesTest() throws IOException {
        folder = Files.createTempDirectory("damaged");
    }

    @AfterProperty
    void clean() throws IOException {
        Files.deleteIfExists(folder.resolve("damaged.yaml"));
        Files.deleteIfExists(folder);
    }

    /** Each change takes some bytes away and flips a bit of the one that follows. */
    @Property(tries = 150)
    void whatComesOfADamagedFileIsAPlanOrOneLine(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 0) Integer> places,
            @ForAll @IntRange(min = 0, max = 12) int removed,
            @ForAll @IntRange(min = 0, max = 7) int bit)
            throws IOException {
        byte[] bytes = Files.readAllBytes(GOOD);
        for (int place : places) {
            bytes = damaged(bytes, place % bytes.length, removed, bit);
        }
        Files.write(folder.resolve("damaged.yaml"), bytes);

        Ran shown = Ran.in(folder, "config", "show", "--config", "damaged.yaml");
        Ran made = Ran.in(folder, "--full-new", "--config", "damaged.yaml", "--stores", "2", "--products", "3");

        // without --confirm a file that can be read is refused by a guard, before anything is written
        assertThat(shown.exit()).isIn(0, 2);
        assertThat(made.exit()).isIn(0, 2, 3);
        if (made.exit() == 2) {
            assertThat(made.err().strip().lines()).as(made.err()).hasSize(1);
            assertThat(made.err()).startsWith("forge: ").contains("damaged.yaml");
            assertThat(made.out()).isEmpty();
        }
        assertThat(made.err() + shown.err()).doesNotContain("Exception", "\tat ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private static byte[] damaged(byte[] bytes, int place, int removed, int bit) {
        int until = Math.min(bytes.length, place + removed);
        byte[] rest = new byte[bytes.length - (until - place)];
        System.arraycopy(bytes, 0, rest, 0, place);
        System.arraycopy(bytes, until, rest, place, bytes.length - until);
        if (place < rest.length) {
            rest[place] ^= (byte) (1 << bit);
        }
        return rest;
    }
}
