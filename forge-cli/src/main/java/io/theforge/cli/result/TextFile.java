package io.theforge.cli.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file that somebody asked for: all of its text, or no file. */
public final class TextFile {
    private TextFile() {}

    /**
     * Writes it, in UTF-8.
     *
     * @param place the flag that names the file
     * @throws UsageException if it cannot be made there
     * @throws OutputException if it cannot be written to its end; what has been written of it is removed
     */
    public static void write(String place, Path file, String text) {
        try (FileChannel channel = create(place, file)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            remove(file);
            throw new OutputException(
                    file + " cannot be written to its end (" + e.getMessage() + "), and has been removed",
                    "make room, or name a file elsewhere with " + place);
        }
    }

    private static FileChannel create(String place, Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(place, file + " is there already", "name a file that is not, or move it away");
        } catch (IOException e) {
            String reason = e instanceof FileSystemException known && known.getReason() != null
                    ? known.getReason()
                    : e.getClass().getSimpleName();
            throw new UsageException(
                    place,
                    file + " cannot be written (" + reason + ")",
                    "name a new file in a folder that can be written");
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new OutputException(
                    file + " cannot be written to its end, nor removed (" + e.getMessage() + ")", "remove it yourself");
        }
    }
}
