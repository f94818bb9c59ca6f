package io.theforge.export.dirt.score;

/** A ledger or a file of rejections that cannot be meant so. */
public final class DirtFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String place;
    private final String remedy;

    /**
     * @param place the file as it was given, with its line where there is one
     * @param message what is wrong with it, one line
     * @param remedy what would be right, one line
     */
    DirtFileException(String place, String message, String remedy) {
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
