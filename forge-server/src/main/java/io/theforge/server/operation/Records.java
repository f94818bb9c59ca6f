package io.theforge.server.operation;

/** What is kept of operations beside the server's own memory: audit records, log, figures. */
public interface Records {

    /** @throws io.theforge.database.report.RefusedException when it cannot be kept: nothing happens without a record */
    Kept begin(Operation operation);

    /** What is kept of one. */
    interface Kept {
        /** Once. */
        void end(Operation operation, Work.Outcome outcome);
    }
}
