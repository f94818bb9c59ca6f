package io.theforge.database;

import io.theforge.config.ConfigReader;
import io.theforge.database.record.Runs;
import io.theforge.database.record.SeriesStates;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.database.report.Verification;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.verify.RecordedDataset;
import io.theforge.database.verify.Verifier;
import io.theforge.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the rows of a database against every law, and against the dataset that is recorded there. */
record DatasetVerification(Target target) {

    /** @param sql null when there is no such database */
    Verification run(@Nullable Sql sql, Progress progress) throws SQLException {
        if (sql == null || target.tables(sql).isEmpty()) {
            throw RefusedException.noDataset(target.name());
        }
        target.checkTables(sql);
        // record and rows in one snapshot, or a dataset replaced meanwhile would be held against the record of the one
        // before
        sql.connection().setAutoCommit(false);
        List<DatabaseStatus.Run> runs = target.tables(sql).contains("theforge.run") ? Runs.all(sql) : List.of();
        if (runs.isEmpty()) {
            return Verifier.run(sql, null, RecordedDataset.NONE, progress);
        }
        RecordedDataset recorded = RecordedDataset.read(sql, Runs.ownership(sql))
                .withStates(target.tables(sql).contains(SeriesStates.TABLE));
        if (!recorded.exists()) {
            return Verifier.run(sql, null, recorded, progress);
        }
        DatabaseStatus.Run last = runs.get(0);
        Plan plan = Plan.of(ConfigReader.recorded(last.configuration(), "the record of run " + last.id()));
        return Verifier.run(sql, plan, recorded, progress);
    }
}
