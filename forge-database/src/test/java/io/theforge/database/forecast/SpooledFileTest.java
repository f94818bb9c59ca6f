package io.theforge.database.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.database.crash.SmallDisk;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came through a pipe, in a file of its own while it is needed. */
class SpooledFileTest {
    @TempDir
    Path folder;

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void itHoldsAllBytesForItsOwnerAloneUntilItIsClosed() throws Exception {
        byte[] bytes = bytes(200_001);
        try (SpooledFile file = SpooledFile.of(new ByteArrayInputStream(bytes), "-", folder)) {
            assertThat(Files.readAllBytes(file.path())).isEqualTo(bytes);
            if (Files.getFileStore(file.path()).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                        .isEqualTo("rw-------");
            }
        }
        assertThat(files()).isZero();
    }

    @Test
    void nothingIsLeftOfWhatEndsTooEarly() throws Exception {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new EOFException("cut");
                }
                return 1;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                into[offset] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> SpooledFile.of(broken, "f.gz", folder))
                .isInstanceOf(ForecastFileException.class)
                .hasMessage("is a gzip file that is damaged or cut off");
        assertThat(files()).isZero();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SpooledFile.of(new ByteArrayInputStream(bytes(1)), "-", folder.resolve("none")))
                .isInstanceOf(ForecastFileException.class)
                .hasMessageEndingWith("temporary files, " + folder.resolve("none") + ": it does not exist");
    }

    @Test
    void aFullDiskIsToldAndIsAsEmptyAsBefore() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder, 1)) {
            assertThatThrownBy(() -> SpooledFile.of(new ByteArrayInputStream(bytes(3_000_000)), "-", disk.folder()))
                    .isInstanceOf(ForecastFileException.class)
                    .hasMessageEndingWith("No space left on device");
            assertThat(files()).isZero();
        }
    }
}
