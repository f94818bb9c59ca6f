package io.theforge.export.source;

import io.theforge.config.model.DateRange;
import io.theforge.database.sql.Sql;
import io.theforge.export.layout.Shop;
import io.theforge.plan.CalendarDay;
import io.theforge.plan.Plan;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a database has sales.
 *
 * @param days from the first to the last one, 0 without any
 */
record SaleDays(int firstEpochDay, int days) {

    /** @param plan what the rows were made from; null where not all of them are the Forge's */
    static SaleDays read(Sql sql, @Nullable Plan plan) throws SQLException {
        if (plan != null) {
            return new SaleDays(plan.firstEpochDay(), plan.days());
        }
        return sql.list(
                        row -> row.getObject(1) == null
                                ? new SaleDays(0, 0)
                                : new SaleDays(row.getInt(1), row.getInt(2) - row.getInt(1) + 1),
                        "SELECT CAST(min(date) - DATE '1970-01-01' AS integer), CAST(max(date) - DATE '1970-01-01' AS integer)"
                                + " FROM sales_daily")
                .get(0);
    }

    /** Returns null without any. */
    @Nullable
    DateRange dateRange() {
        LocalDate first = LocalDate.ofEpochDay(firstEpochDay);
        LocalDate last = first.plusDays(days - 1L);
        return days == 0 ? null : new DateRange(first, last, last);
    }

    /** Returns the shop whose sales they are. */
    Shop shop(Sql sql, Keys keys, @Nullable Plan plan) throws SQLException {
        int all = days + Shop.DAYS_AHEAD;
        if (plan != null) {
            return new Shop(
                    keys.stores(),
                    keys.products(),
                    days,
                    plan.plannedCalendar().subList(0, all),
                    true,
                    Shop.of(plan).prices());
        }
        Map<Integer, String> holidays = new HashMap<>();
        sql.each(
                row -> holidays.put(row.getInt(1), row.getString(2)),
                "SELECT CAST(date - DATE '1970-01-01' AS integer), coalesce(holiday_name, 'Holiday') FROM calendar"
                        + " WHERE is_holiday AND date BETWEEN ? AND ?",
                LocalDate.ofEpochDay(firstEpochDay),
                LocalDate.ofEpochDay((long) firstEpochDay + all - 1));
        List<CalendarDay> calendar = IntStream.range(0, all)
                .mapToObj(day -> new CalendarDay(firstEpochDay + day, holidays.get(firstEpochDay + day)))
                .toList();
        return new Shop(
                keys.stores(),
                keys.products(),
                days,
                calendar,
                false,
                () -> new TablePrices(sql, keys, firstEpochDay, all));
    }
}
