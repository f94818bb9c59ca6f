package io.theforge.database.append;

import io.theforge.database.guard.Strangers;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.RecordedRun;
import io.theforge.database.record.Runs;
import io.theforge.database.sql.Sql;
import io.theforge.demand.DemandLimits;
import io.theforge.fingerprint.DatasetFingerprint;
import io.theforge.plan.Plan;
import io.theforge.sink.Ids;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dataset that is to be extended, as it is recorded and found to be there, and what it is to become.
 *
 * @param range the days asked for
 * @param after the whole dataset as it is to be
 * @param fresh the rows of the days that are new; null when all are there
 * @param ours its rows
 * @param ids of its stores and products
 */
record ExtendedDataset(
        RecordedRun run,
        AppendRange range,
        Plan after,
        @Nullable Plan fresh,
        Ownership ours,
        Ids ids) {

    /** @throws io.theforge.database.report.RefusedException when part of it is gone, or rows of others are under its ids */
    static ExtendedDataset read(Append request, Sql sql, Set<String> tables) throws SQLException {
        RecordedRun run = RecordedRun.read(request.target(), sql);
        AppendRange range = AppendRange.of(run.config(), request.request());
        Plan after = Plan.of(range.after());
        DemandLimits.check(after);
        Plan fresh = range.adds() ? after.from(range.before().dateRange().days()) : null;
        Ownership ours = Runs.ownership(sql);
        RecordedRows.refuseGone(sql, ours, run.fingerprints());
        Ids ids = DimensionIds.of(sql, after, ours);
        // stores and products have just been compared, code by code
        Strangers.refuse(Strangers.findFacts(sql, ours), tables);
        return new ExtendedDataset(run, range, after, fresh, ours, ids);
    }

    /** Returns the whole dataset as it was when its last run had made it. */
    Plan before() {
        return after.asOf(range.before());
    }

    /** Returns the seed of the last day asked for. */
    long seed() {
        return after.seedOf(Math.toIntExact(range.end().toEpochDay()) - after.firstEpochDay());
    }

    String fingerprint() {
        return new DatasetFingerprint(run.fingerprints()).toString();
    }
}
