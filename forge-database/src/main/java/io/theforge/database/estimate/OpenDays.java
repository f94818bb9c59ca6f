package io.theforge.database.estimate;

import io.theforge.database.estimate.window.Window;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * On which of the profile's days each store was open. A day without any row counts as closed where that can hardly be chance:
 * then a holiday thins nobody's sales, and a store closed on Sundays stays closed.
 */
final class OpenDays {
    /** Days without a row are taken for chance from this probability on. */
    static final double CHANCE = 0.01;

    private final Window window;
    private final Map<Integer, int[]> rowsByStore = new HashMap<>();

    private OpenDays(Window window) {
        this.window = window;
    }

    static OpenDays read(Sql sql, Window window) throws SQLException {
        OpenDays days = new OpenDays(window);
        sql.each(
                row -> days.rowsByStore
                                .computeIfAbsent(row.getInt(1), id -> new int[Window.PROFILE_DAYS])[
                                row.getInt(2) - window.profileStart()] =
                        row.getInt(3),
                """
                SELECT store_id, %s, count(*)
                FROM sales_daily WHERE date BETWEEN ? AND ? GROUP BY store_id, date""".formatted(Window.DAY.formatted("date")),
                Window.date(window.profileStart()),
                Window.date(window.lastDay()));
        return days;
    }

    /** Open days of a store by weekday, from one day to another; both lie in the profile's days. */
    int[] count(int storeId, int from, int to) {
        int[] rows = rowsByStore.getOrDefault(storeId, new int[Window.PROFILE_DAYS]);
        int[] open = new int[7];
        for (int weekday = 0; weekday < 7; weekday++) {
            double usual = usual(rows, weekday);
            for (int day = from; day <= to; day++) {
                boolean any = rows[day - window.profileStart()] > 0;
                if (Window.weekday(day) == weekday && (any || StrictMath.exp(-usual) >= CHANCE)) {
                    open[weekday]++;
                }
            }
        }
        return open;
    }

    /** Rows to be expected on a day of this weekday: as on its other ones, and on all days where it has none at all. */
    private double usual(int[] rows, int weekday) {
        int ofWeekday = 0;
        int days = 0;
        int all = 0;
        for (int i = 0; i < rows.length; i++) {
            all += rows[i];
            if (Window.weekday(window.profileStart() + i) == weekday) {
                ofWeekday += rows[i];
                days += rows[i] > 0 ? 1 : 0;
            }
        }
        return ofWeekday > 0 ? (double) ofWeekday / days : all / 7.0;
    }
}
