package io.theforge.server.operation;

import java.util.Map;

/** What is kept of what writes, beside the server's own memory: audit records, log, figures. */
public interface Records {

    /** @throws io.theforge.database.report.RefusedException when it cannot be kept: nothing happens without a record */
    Kept begin(Writing writing);

    /**
     * Something that is about to be written.
     *
     * @param kind "full-new", "rag-index"
     * @param client the address of who has asked for it
     * @param parameters what was asked for, as it may be kept
     * @param isTold whether the terminal gets a line when it is over: what comes by the hundred has its records alone
     */
    record Writing(String kind, String client, Map<String, Object> parameters, boolean isTold) {}

    /** What is kept of one. */
    interface Kept {
        /** Once. */
        void end(Work.Outcome outcome, double seconds);
    }
}
