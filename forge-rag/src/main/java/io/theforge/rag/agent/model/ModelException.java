package io.theforge.rag.agent.model;

/** The language model has not done its work. The message is one sentence, without secrets and without words of the model's. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    ModelException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** Returns what to do about it. */
    public String remedy() {
        return remedy;
    }
}
