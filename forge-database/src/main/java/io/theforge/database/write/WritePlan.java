package io.theforge.database.write;

import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.database.session.WriteSession;
import java.sql.SQLException;

/** What an operation is going to do to the database that it found; every guard has let it pass. */
public interface WritePlan<S extends WriteSession> {

    /** Whether there is nothing to do. */
    boolean isNothing();

    /** Whether it may be carried out: false when rows that are there would change and nobody has confirmed that. */
    default boolean isConfirmed() {
        return true;
    }

    /**
     * Returns what would be written. Counts too what {@link Write#apply} learns by doing it.
     *
     * @param outcome of the report: planned, unchanged or refused
     */
    OperationReport describe(Outcome outcome) throws SQLException;

    /** Returns the report of a run that found nothing to do. */
    default OperationReport unchanged() throws SQLException {
        return describe(Outcome.UNCHANGED);
    }

    /** Returns the plan as it is to be carried out; nothing has been written yet. */
    Write begin(S session, Progress progress);
}
