package io.theforge.documents.json;

/** A file of answers, questions or documents that cannot be meant so. */
public final class RagFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String place;
    private final String remedy;

    /**
     * @param place the file as it was given, with its line where there is one
     * @param message what is wrong with it, one line
     * @param remedy what would be right, one line
     */
    public RagFileException(String place, String message, String remedy) {
        super(message);
        this.place = place;
        this.remedy = remedy;
    }

    public String place() {
        return place;
    }

    public String remedy() {
        return remedy;
    }
}
