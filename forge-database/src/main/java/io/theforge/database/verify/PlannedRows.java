package io.theforge.database.verify;

import io.theforge.database.report.Check;
import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Compares the small tables with the plan, row by row: they are as small as the plan, which is in memory anyway. */
final class PlannedRows {
    private final Queries queries;
    private final Plan plan;
    private final RecordedDataset recorded;
    private final NaturalKeys keys;

    PlannedRows(Queries queries, Plan plan, RecordedDataset recorded, NaturalKeys keys) {
        this.queries = queries;
        this.plan = plan;
        this.recorded = recorded;
        this.keys = keys;
    }

    /** Our rows of one of the five small tables are those of the plan, value for value. */
    Check asPlanned(Table table) throws SQLException {
        Map<String, Integer> surplus = new HashMap<>();
        int[] planned = {0};
        if (!recorded.emptied().contains(table)) {
            new TableRows(plan).write(table, new LineWriter(table, keys, line -> {
                planned[0]++;
                surplus.merge(line, -1, Integer::sum);
            }));
        }
        new TableReader(queries, plan, recorded, keys)
                .read(table, new LineWriter(table, keys, line -> surplus.merge(line, 1, Integer::sum)), rows -> {});
        surplus.values().removeIf(count -> count == 0);
        List<String> examples = surplus.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(SqlCheck.EXAMPLES)
                .map(entry -> entry.getKey() + (entry.getValue() < 0 ? " is missing" : " is not planned"))
                .toList();
        return new Check(
                table.sqlName() + ".as_planned",
                surplus.isEmpty() ? Check.Status.PASSED : Check.Status.FAILED,
                surplus.size() + " of " + planned[0] + " rows",
                "every row is as the configuration plans it",
                examples);
    }

    /** Days that were in the calendar before us are left as they are; a different holiday is worth a warning. */
    Check adoptedDays() throws SQLException {
        List<String> different = new ArrayList<>();
        int[] adopted = {0};
        queries.forEach(
                "SELECT CAST(date - DATE '1970-01-01' AS integer), is_holiday, holiday_name FROM {calendar} c ORDER BY date",
                row -> {
                    CalendarDay planned = plan.calendar().get(row.getInt(1) - plan.firstEpochDay());
                    if (recorded.ownDays().contains(planned.date())) {
                        return;
                    }
                    adopted[0]++;
                    boolean holiday = row.getBoolean(2);
                    String name = row.getString(3);
                    if (holiday != planned.isHoliday() || !Objects.equals(name, planned.holidayName())) {
                        different.add("date=" + planned.date() + " is_holiday=" + holiday + " holiday_name=" + name
                                + ", planned " + planned.holidayName());
                    }
                });
        return new Check(
                "calendar.adopted_days",
                different.isEmpty() ? Check.Status.PASSED : Check.Status.WARNING,
                different.size() + " of " + adopted[0] + " adopted days",
                "days that were in the calendar before have the holidays of the plan",
                List.copyOf(different.subList(0, Math.min(SqlCheck.EXAMPLES, different.size()))));
    }
}
