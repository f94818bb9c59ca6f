package io.theforge.export.dirt.undo;

/** An export that cannot be made clean again: its files and its ledger do not belong together, or it is none of ours. */
public final class UndoException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String remedy;

    UndoException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** A file that does not hold what the ledger says. */
    static UndoException unknownChange(String what) {
        return new UndoException(what + ": a change that " + "the ledger does not know", "export it once more");
    }

    /** Returns what can be done. */
    public String remedy() {
        return remedy;
    }
}
