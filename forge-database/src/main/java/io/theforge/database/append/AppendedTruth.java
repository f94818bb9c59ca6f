package io.theforge.database.append;

import io.theforge.config.model.Operational;
import io.theforge.database.load.BulkLoad;
import io.theforge.database.load.Chunk;
import io.theforge.database.load.Ids;
import io.theforge.database.load.PlannedCounts;
import io.theforge.database.load.SeriesPipeline;
import io.theforge.database.load.TableTotals;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.session.AppendSession;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.EssentialChecks;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer key of a dataset that goes on: the new days are added, or all days written where there is none or others are drawn. */
final class AppendedTruth {
    private final boolean missing;

    /** The days that are written; null for none. */
    private final @Nullable Plan days;

    private final @Nullable StockStates states;
    private final @Nullable TableFingerprint recorded;
    private final long removed;
    private @Nullable TableTotals made;
    private long inserted;

    /**
     * @param missing whether the table is to be created before it can be written
     * @param recorded of the answer key that is there; null without one
     * @param wanted whether one is to be written where there is none
     * @param redrawn whether days that are there are drawn with another seed
     * @param after the whole dataset
     * @param fresh the days that are new; null when all are there
     * @param states where each series stands when those begin
     */
    AppendedTruth(
            boolean missing,
            @Nullable TableFingerprint recorded,
            boolean wanted,
            boolean redrawn,
            Plan after,
            @Nullable Plan fresh,
            @Nullable StockStates states) {
        this.missing = missing;
        this.recorded = recorded;
        boolean whole = recorded == null ? wanted : redrawn;
        days = whole ? after : recorded == null ? null : fresh;
        this.states = whole ? null : states;
        removed = whole && recorded != null ? recorded.rows() : 0;
    }

    boolean isNothing() {
        return days == null;
    }

    /** How many rows would be written. */
    void count() {
        inserted = days == null ? 0 : PlannedCounts.of(days, states).ofAll(AnswerKey.TABLE);
    }

    void load(AppendSession session, Ids ids, Operational operational, Progress progress) throws SQLException {
        if (days == null) {
            return;
        }
        if (missing) {
            session.createAnswerKey();
        } else if (days.firstNewDay() == 0) {
            session.sql().update("DELETE FROM " + AnswerKey.TABLE.qualifiedName());
        }
        try (SeriesPipeline pipeline =
                        new SeriesPipeline(days, states, operational.workers(), operational.batchSize());
                BulkLoad<? extends Chunk> load = session.load(AnswerKey.TABLE, AnswerKey.TABLE.qualifiedName(), ids)) {
            progress.begin(AnswerKey.TABLE.sqlName(), AppendedIds.freshSize(days));
            made = pipeline.load(AnswerKey.TABLE, load, progress::advance);
            load.finish();
            inserted = made.rows();
            progress.end();
        }
    }

    void check(Sql sql, List<Check> checks) throws SQLException {
        if (days != null && made != null) {
            checks.add(EssentialChecks.truth(sql, days.epochDay(days.firstNewDay()), made));
        }
    }

    /** What happened to it; null when there is none, before or after. */
    OperationReport.@Nullable TableChange change() {
        if (recorded == null && days == null) {
            return null;
        }
        long was = recorded == null ? 0 : recorded.rows();
        TableFingerprint whole = new TableFingerprint();
        if (recorded != null && removed == 0) {
            whole.add(recorded);
        }
        if (made != null) {
            whole.add(made.fingerprint());
        }
        String fingerprint = whole.rows() == 0 ? null : whole.toString();
        return new OperationReport.TableChange(was, was + inserted - removed, inserted, 0, removed, fingerprint);
    }
}
