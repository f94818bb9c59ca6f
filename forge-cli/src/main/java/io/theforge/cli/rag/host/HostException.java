package io.theforge.cli.rag.host;

/** A call that the application has not answered as it should. */
public final class HostException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    /** @param message which call, and what came of it, one line @param remedy what to do, one line */
    public HostException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** Returns what to do. */
    public String remedy() {
        return remedy;
    }
}
