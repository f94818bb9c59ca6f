package io.theforge.cli.result;

/** A result that could not be written where it was to go. */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    /** Each of the two is one line. */
    public OutputException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
