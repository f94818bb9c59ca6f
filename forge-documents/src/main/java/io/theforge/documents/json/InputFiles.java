package io.theforge.documents.json;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file cannot be read, in words. */
public final class InputFiles {
    private InputFiles() {}

    /** Refuses what is no file. @param what it should be: "answers, one JSON object a line" */
    public static void requireFile(Path path, String shown, String what) {
        if (Files.isDirectory(path)) {
            throw new RagFileException(shown, "is a folder, not a file", "give " + what);
        }
        if (!Files.exists(path)) {
            throw new RagFileException(shown, "there is no such file", "give " + what);
        }
    }

    /** Returns what to tell of a failure. */
    public static RagFileException unreadable(String shown, IOException failure) {
        return new RagFileException(shown, "cannot be read (" + words(failure) + ")", "allow reading it");
    }

    private static String words(IOException failure) {
        if (failure instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        if (failure instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
