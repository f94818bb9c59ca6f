package io.theforge.export.dirt.kind;

import io.theforge.config.model.DirtKind;
import io.theforge.export.dirt.row.Role;
import io.theforge.export.dirt.row.RowValues;
import io.theforge.export.dirt.row.Spoiling;
import io.theforge.export.dirt.row.TableShape;
import java.time.LocalDate;
import java.util.List;

/** What can be wrong with dates, and with the days from and until which a price or a promotion holds. */
final class DateKinds {
    private static final int TEN_YEARS = 3650;

    static final List<Kind> ALL = List.of(
            date(
                    DirtKind.DATE_OUTSIDE_CALENDAR,
                    "a date up to a month before the first day",
                    (row, day, of) -> of.date(row.firstDay() - 1 - row.below(1, 30))),
            date(
                            DirtKind.DATE_IMPOSSIBLE,
                            "30 February of the year, as text",
                            (row, day, of) -> of.text(LocalDate.ofEpochDay(day).getYear() + "-02-30"))
                    .in(Kind.TEXT),
            date(
                            DirtKind.DATE_OTHER_FORMAT,
                            "a date as 31/12/2024, as text",
                            (row, day, of) -> of.text(european(LocalDate.ofEpochDay(day))))
                    .in(Kind.TEXT),
            date(
                            DirtKind.DATE_SHIFTED,
                            "a date one day too early or too late",
                            (row, day, of) -> of.date(day + 2 * row.below(1, 2) - 1))
                    .warning(),
            date(
                    DirtKind.DATE_IN_FUTURE,
                    "a date ten to twenty years after the last day",
                    (row, day, of) -> of.date(row.lastDay() + TEN_YEARS + row.below(1, TEN_YEARS))),
            until(
                    DirtKind.PRICE_WINDOWS_OVERLAP,
                    "a price that holds one to ten days into the next one's time",
                    "price_history",
                    (row, day, of) ->
                            of.date((int) row.values().number(row.shape().column(Role.UNTIL)) + 1 + row.below(1, 10))),
            until(
                    DirtKind.PRICE_WINDOW_REVERSED,
                    "a price that ends before it begins",
                    "price_history",
                    (row, day, of) -> of.date(day - 1 - row.below(1, 10))),
            until(
                    DirtKind.PROMOTION_ENDS_BEFORE_START,
                    "a promotion that ends before it starts",
                    "promotion",
                    (row, day, of) -> of.date(day - 1 - row.below(1, 10))),
            Kind.cells(
                            DirtKind.PROMOTION_FLAG_MISSING,
                            "no flag of a promotion, or no discount of one",
                            Kind.ANY,
                            shape -> shape.has(Role.PROMOTED) || shape.name().equals("promotion"),
                            "series, promotion",
                            DateKinds::noFlag)
                    .warning());

    private DateKinds() {}

    /** What becomes of a date. */
    private interface Change {
        void put(Spoiling row, int day, RowValues of);
    }

    private static Kind date(DirtKind kind, String does, Change change) {
        return Kind.cells(kind, does, Kind.ANY, TableShape::isDaily, "sales, stock", row -> {
            int column = row.free(Role.DATE);
            if (column < 0) {
                return false;
            }
            change.put(row, (int) row.values().number(column), row.change(column));
            return true;
        });
    }

    private static Kind until(DirtKind kind, String does, String table, Change change) {
        return Kind.cells(kind, does, Kind.ANY, shape -> shape.name().equals(table), table, row -> {
            int column = row.free(Role.UNTIL);
            if (column < 0) {
                return false;
            }
            change.put(row, (int) row.values().number(row.shape().column(Role.FROM)), row.change(column));
            return true;
        });
    }

    private static boolean noFlag(Spoiling row) {
        int column = row.free(row.shape().has(Role.PROMOTED) ? Role.PROMOTED : Role.DISCOUNT);
        if (column < 0) {
            return false;
        }
        row.change(column).nothing();
        return true;
    }

    private static String european(LocalDate date) {
        return two(date.getDayOfMonth()) + "/" + two(date.getMonthValue()) + "/" + date.getYear();
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
