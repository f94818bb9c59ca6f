package io.theforge.database.delete;

import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.Runs;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.database.write.WriteOperation;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operation {@code --delete}: rows go, after they have been written to a file if that is asked for, or none do. */
public record Delete(Target target, Deletion deletion) implements WriteOperation<LoadSession> {

    @Override
    public String name() {
        return Runs.DELETE;
    }

    @Override
    public OperationReport look(Look look) throws SQLException {
        return target.reading(sql -> look.at(sql, planned(sql)));
    }

    /** Where there is nothing to delete, nothing is locked or created. */
    @Override
    public Optional<OperationReport> nothingToDo() throws SQLException {
        return target.reading(sql -> {
            if (sql != null && any(sql)) {
                return Optional.empty();
            }
            DeletePlan plan = planned(sql);
            return plan.isNothing() ? Optional.of(plan.unchanged()) : Optional.empty();
        });
    }

    private boolean any(Sql sql) throws SQLException {
        target.checkTables(sql);
        Set<String> present = target.tables(sql);
        boolean recorded = present.contains("theforge.run");
        return present.contains(Table.STORE.sqlName())
                && (recorded || deletion.includeUnmanaged())
                && (DeletionScan.any(sql, recorded ? Runs.ownership(sql) : Ownership.NONE, deletion)
                        || recorded && DeletionRecord.read(sql, deletion).answersForRows());
    }

    private DeletePlan planned(@Nullable Sql sql) throws SQLException {
        if (deletion.backup() != null) {
            BackupFile.refuseExisting(deletion.backup());
        }
        if (sql == null) {
            return DeletePlan.nothing(this, Counts.none());
        }
        target.checkTables(sql);
        Set<String> present = target.tables(sql);
        if (!present.contains(Table.STORE.sqlName())) {
            return DeletePlan.nothing(this, Counts.none());
        }
        if (!present.contains("theforge.run") && !deletion.includeUnmanaged()) {
            Map<Table, Long> unmanagedRows = Counts.all(sql);
            return DeletePlan.nothing(this, unmanagedRows);
        }
        return DeletePlan.of(this, sql, present);
    }

    @Override
    public LoadSession lock() throws SQLException {
        return target.openForReplacing();
    }

    @Override
    public DeletePlan plan(LoadSession session, Progress progress) throws SQLException {
        target.checkTables(session.sql());
        session.createTables();
        return DeletePlan.of(this, session.sql(), target.tables(session.sql()));
    }
}
