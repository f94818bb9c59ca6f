package io.theforge.database.report;

import java.time.Instant;

/**
 * Says, inside a database, that nothing may write to it. It holds whatever the environment says.
 *
 * @param since when it was set
 * @param osUser who set it
 */
public record ProductionMark(Instant since, String osUser) {

    /** Returns "this database is marked as production, since ... by ...". */
    public String sentence() {
        return "this database is marked as production, since " + since + " by " + osUser;
    }
}
