package io.theforge.rag.embed;

/** The embedding model has not done its work. The message is one sentence without secrets. */
public final class EmbeddingException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    EmbeddingException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** Returns what to do about it. */
    public String remedy() {
        return remedy;
    }
}
