package io.theforge.database.append;

import io.theforge.config.model.Operational;
import io.theforge.database.load.PlannedCounts;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.database.report.Progress;
import io.theforge.database.session.AppendSession;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.EssentialChecks;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.sink.Chunk;
import io.theforge.sink.Ids;
import io.theforge.sink.SeriesPipeline;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer key of a dataset that is extended: the new days are added, or all days are written where there is none, it is of an earlier
 * version, or other ones are drawn.
 *
 * @param missing whether the table is to be created before it can be written, or to be brought to this version
 * @param recorded of the answer key that is there; null without one
 * @param days those that are written; null for none
 * @param states where each series stands when they begin; null to find that out
 * @param removed rows that go first
 */
record AppendedTruth(
        boolean missing,
        @Nullable TableFingerprint recorded,
        @Nullable Plan days,
        @Nullable StockStates states,
        long removed) {

    /**
     * @param states where each series stands when the new days begin
     * @param wanted whether one is to be written where there is none
     * @param missing whether its table will be needed, and is not there or of an earlier version
     */
    static AppendedTruth of(ExtendedDataset dataset, @Nullable StockStates states, boolean wanted, boolean missing) {
        TableFingerprint recorded = dataset.run().truth();
        boolean whole = recorded == null ? wanted : missing || dataset.range().reseeded();
        if (whole) {
            return new AppendedTruth(missing, recorded, dataset.after(), null, recorded == null ? 0 : recorded.rows());
        }
        return new AppendedTruth(missing, recorded, recorded == null ? null : dataset.fresh(), states, 0);
    }

    boolean isNothing() {
        return days == null;
    }

    /** Returns how many rows would be written, by generating all of them. */
    long countRows() {
        return days == null ? 0 : PlannedCounts.of(days, states).ofAll(AnswerKey.TABLE);
    }

    /** Returns what was written; null when it is nothing. */
    @Nullable
    TableTotals load(AppendSession session, Ids ids, Operational operational, Progress progress) throws SQLException {
        if (days == null) {
            return null;
        }
        if (missing) {
            session.createAnswerKey();
        }
        if (days.firstNewDay() == 0) {
            session.sql().update("DELETE FROM " + AnswerKey.TABLE.qualifiedName());
        }
        try (SeriesPipeline pipeline =
                        new SeriesPipeline(days, states, operational.workers(), operational.batchSize());
                TableSink<? extends Chunk, SQLException> load =
                        session.load(AnswerKey.TABLE, AnswerKey.TABLE.qualifiedName(), ids)) {
            progress.begin(AnswerKey.TABLE.sqlName(), AppendedIds.freshSize(days));
            TableTotals made = pipeline.load(AnswerKey.TABLE, load, progress::advance);
            load.finish();
            progress.end();
            return made;
        }
    }

    void check(Sql sql, @Nullable TableTotals made, List<Check> checks) throws SQLException {
        if (days != null && made != null) {
            checks.add(EssentialChecks.truth(sql, days.epochDay(days.firstNewDay()), made));
        }
    }

    /**
     * Returns what happens to it; null when there is none, before or after.
     *
     * @param inserted rows
     * @param made what was written; null for a plan
     */
    @Nullable
    TableChange change(long inserted, @Nullable TableTotals made) {
        if (recorded == null && days == null) {
            return null;
        }
        TableFingerprint whole = new TableFingerprint();
        if (recorded != null && removed == 0) {
            whole.add(recorded);
        }
        if (made != null) {
            whole.add(made.fingerprint());
        }
        String fingerprint = whole.rows() == 0 ? null : whole.toString();
        return TableChange.of(recorded == null ? 0 : recorded.rows(), inserted, removed, fingerprint);
    }
}
