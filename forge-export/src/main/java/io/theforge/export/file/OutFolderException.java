package io.theforge.export.file;

/** The folder that is to take an export cannot take one. Nothing has been written. */
public final class OutFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    /** Each of the two is one line. */
    OutFolderException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** Returns what to do, one line. */
    public String remedy() {
        return remedy;
    }
}
