package io.theforge.database.replace;

import io.theforge.config.model.Operational;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.Runs;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.write.WriteOperation;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operation {@code --full-new}: replaces the dataset of earlier runs by a plan's, all or nothing.
 *
 * @param includeUnmanaged whether rows go that somebody else made
 * @param withTruth whether the answer key is written too
 */
public record FullNew(Target target, Plan plan, Operational operational, boolean includeUnmanaged, boolean withTruth)
        implements WriteOperation<LoadSession> {

    @Override
    public String name() {
        return Runs.FULL_NEW;
    }

    @Override
    public OperationReport look(Look look) throws SQLException {
        return target.reading(sql -> look.at(sql, planned(sql)));
    }

    private FullNewPlan planned(@Nullable Sql sql) throws SQLException {
        if (sql == null) {
            return FullNewPlan.onNothing(this);
        }
        target.checkTables(sql);
        return FullNewPlan.of(this, sql, target.tables(sql));
    }

    @Override
    public LoadSession lock() throws SQLException {
        return target.openForReplacing();
    }

    @Override
    public FullNewPlan plan(LoadSession session, Progress progress) throws SQLException {
        target.checkTables(session.sql());
        session.createTables();
        Set<String> tables = target.tables(session.sql());
        return FullNewPlan.of(this, session.sql(), tables);
    }

    /** Returns the rows that go. @param ours those of earlier runs */
    Ownership going(Ownership ours) {
        return includeUnmanaged ? Ownership.EVERYTHING : ours;
    }

    /** Returns the tables that are filled, in loading order. */
    List<Table> tables() {
        return withTruth ? List.of(Table.values()) : Table.SEVEN;
    }
}
