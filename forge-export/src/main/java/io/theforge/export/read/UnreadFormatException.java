package io.theforge.export.read;

/** Files that are what they should be, of a format that is not read here. */
public final class UnreadFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnreadFormatException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** Returns what to do instead. */
    public String remedy() {
        return remedy;
    }
}
