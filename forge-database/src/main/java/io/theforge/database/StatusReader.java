package io.theforge.database;

import io.theforge.database.append.SaleDays;
import io.theforge.database.guard.ProductionMarks;
import io.theforge.database.guard.Strangers;
import io.theforge.database.ownership.Counts;
import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.RecordedRows;
import io.theforge.database.record.Records;
import io.theforge.database.record.Runs;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.ProductionMark;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is in a database. */
record StatusReader(Target target) {

    /** @param sql null when there is no such database */
    DatabaseStatus status(@Nullable Sql sql) throws SQLException {
        Set<String> present = sql == null ? Set.of() : target.tables(sql);
        if (sql != null) {
            Records.check(sql, present);
        }
        ProductionMark mark = sql == null ? null : ProductionMarks.of(sql, present);
        List<Table> tables = Table.SEVEN.stream()
                .filter(table -> present.contains(table.sqlName()))
                .toList();
        if (sql == null || tables.isEmpty()) {
            return new DatabaseStatus(
                    false, Counts.none(), Counts.none(), null, null, null, List.of(), List.of(), List.of(), mark);
        }
        boolean hasRuns = present.contains("theforge.run");
        List<DatabaseStatus.Run> runs = hasRuns ? Runs.all(sql) : List.of();
        boolean whole = tables.size() == Table.SEVEN.size();
        Ownership ours = !hasRuns ? Ownership.NONE : whole ? Runs.ownership(sql) : Runs.ownershipById(sql);
        Map<Table, Long> managed = hasRuns ? Counts.ours(sql, tables, ours) : Counts.none();
        Map<Table, Long> rows = Counts.all(sql, tables);
        List<String> differences = new ArrayList<>();
        if (hasRuns && whole) {
            differences.addAll(RecordedRows.differences(RecordedRows.read(sql), managed));
            differences.addAll(Strangers.find(sql, ours));
        }
        long truth = AnswerKey.rows(sql, present);
        if (truth > 0) {
            rows.put(AnswerKey.TABLE, truth);
            managed.put(AnswerKey.TABLE, truth);
        }
        SaleDays days = tables.contains(Table.SALES_DAILY) ? SaleDays.read(sql) : new SaleDays(null, null);
        return new DatabaseStatus(
                true,
                rows,
                managed,
                days.first(),
                days.last(),
                runs.isEmpty() || Counts.sum(managed) == 0 || !differences.isEmpty()
                        ? null
                        : runs.get(0).fingerprint(),
                differences,
                runs,
                truth > 0 && AnswerKey.isEarlier(sql, present) ? List.of(AnswerKey.EARLIER) : List.of(),
                mark);
    }
}
