package io.theforge.export.dirt.ledger;

/** A ledger that is none, is cut off, or does not belong to the files. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerException(String message) {
        super(message);
    }
}
