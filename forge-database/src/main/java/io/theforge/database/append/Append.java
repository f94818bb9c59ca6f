package io.theforge.database.append;

import io.theforge.config.model.Operational;
import io.theforge.database.record.Runs;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.report.RefusedException;
import io.theforge.database.session.AppendSession;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.write.WriteOperation;
import io.theforge.database.write.WritePlan;
import java.sql.SQLException;
import java.util.Set;

/**
 * The operation {@code --append}: days are added to the dataset that is there, or to the sales that somebody else has entered,
 * all or nothing. Ids and rows that are there stay.
 *
 * @param withTruth whether the answer key is written where there is none
 */
public record Append(Target target, AppendRequest request, Operational operational, boolean withTruth)
        implements WriteOperation<AppendSession> {

    @Override
    public String name() {
        return Runs.APPEND;
    }

    @Override
    public OperationReport look(Look look) throws SQLException {
        try (AppendSession session = open(false)) {
            return look.at(session.sql(), plan(session, Progress.NONE));
        }
    }

    @Override
    public AppendSession lock() throws SQLException {
        return open(true);
    }

    private AppendSession open(boolean writing) throws SQLException {
        AppendSession session = target.openForAppending(writing);
        if (session == null) {
            throw RefusedException.noDataset(target.name());
        }
        return session;
    }

    @Override
    public WritePlan<AppendSession> plan(AppendSession session, Progress progress) throws SQLException {
        Sql sql = session.sql();
        target.checkTables(sql);
        Set<String> tables = target.tables(sql);
        if (!EstimatedAppendPlan.applies(sql, tables)) {
            return AppendPlan.of(this, session, tables, progress);
        }
        if (withTruth) {
            throw new RefusedException(
                    "there is no answer key to rows that the Forge did not make, as those in " + target.name(),
                    "leave --truth out");
        }
        return EstimatedAppendPlan.of(this, sql, tables);
    }
}
