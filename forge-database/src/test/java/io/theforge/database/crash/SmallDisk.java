package io.theforge.database.crash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A disk of a few megabytes, in memory. Tests that need one are skipped where it cannot be mounted. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        ballast = folder.resolve("ballast");
    }

    public static SmallDisk mount(Path folder, int megabytes) throws Exception {
        List<String> command =
                List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        assumeTrue(
                Files.exists(Path.of("/proc/mounts")) && run(command) == 0,
                "a small disk can be mounted: needs Linux and the right to mount");
        return new SmallDisk(folder);
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    public Path folder() {
        return folder;
    }

    /** Leaves so many bytes free, give or take a page. */
    public void leaveFree(long bytes) throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (long free = Files.getFileStore(folder).getUsableSpace(); free > bytes; free -= page.length) {
                out.write(page);
            }
        }
    }

    /** From here on nobody writes on it, whoever they are. */
    public void makeReadOnly() throws IOException, InterruptedException {
        assumeTrue(run(List.of("mount", "-o", "remount,ro", folder.toString())) == 0, "it can be mounted read-only");
    }

    public void makeRoom() throws IOException {
        Files.deleteIfExists(ballast);
    }

    @Override
    public void close() throws Exception {
        run(List.of("umount", "-l", folder.toString()));
    }
}
