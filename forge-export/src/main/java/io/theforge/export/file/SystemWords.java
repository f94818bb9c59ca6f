package io.theforge.export.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be read or written, in the system's words. */
public final class SystemWords {
    private SystemWords() {}

    /** Returns a few words without a full stop: "No space left on device". */
    public static String of(IOException failure) {
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        if (failure instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (failure instanceof NotDirectoryException) {
            return "Not a directory";
        }
        if (failure instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        String message = failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        // DuckDB tells them behind the name of a file that nobody knows
        int words = message.contains("IO Error") ? message.lastIndexOf("\": ") : -1;
        return words < 0 ? message : message.substring(words + 3);
    }
}
