package io.theforge.cli;

/** The command line, or a setting of the environment, that cannot be meant so. Nothing has been done. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String place;
    private final String remedy;

    /**
     * @param place the flag or variable, as it was written
     * @param message what is wrong with it, one line
     * @param remedy what would be right, one line
     */
    UsageException(String place, String message, String remedy) {
        super(message);
        this.place = place;
        this.remedy = remedy;
    }

    String place() {
        return place;
    }

    String remedy() {
        return remedy;
    }
}
