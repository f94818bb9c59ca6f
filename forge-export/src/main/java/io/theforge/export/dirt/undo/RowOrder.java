package io.theforge.export.dirt.undo;

import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.Column.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a row has its place among clean ones: by its id; without ids, among the days of its series, which stand together. */
final class RowOrder {
    private final List<Column> columns;
    private List<@Nullable String> last = List.of();

    RowOrder(List<Column> columns) {
        this.columns = columns;
    }

    /** Returns whether a row has its place before another that is to be written next. */
    boolean isBefore(List<@Nullable String> row, List<@Nullable String> next) {
        if (columns.get(0).role() == Role.ID) {
            return Long.parseLong(String.valueOf(row.get(0))) < Long.parseLong(String.valueOf(next.get(0)));
        }
        List<@Nullable String> series = series(row);
        return series.equals(series(next)) ? day(row).compareTo(day(next)) < 0 : series.equals(last);
    }

    /** Compares rows that are put back at one place: those of the series that ends there come first. */
    int compare(List<@Nullable String> one, List<@Nullable String> other) {
        if (columns.get(0).role() == Role.ID) {
            return Long.compare(
                    Long.parseLong(String.valueOf(one.get(0))), Long.parseLong(String.valueOf(other.get(0))));
        }
        int bySeries = Boolean.compare(series(other).equals(last), series(one).equals(last));
        return bySeries == 0 ? day(one).compareTo(day(other)) : bySeries;
    }

    /** A row has been written. */
    void written(List<@Nullable String> row) {
        last = series(row);
    }

    private List<@Nullable String> series(List<@Nullable String> row) {
        List<@Nullable String> series = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() == Role.KEY && columns.get(i).kind() != Kind.DATE) {
                series.add(row.get(i));
            }
        }
        return series;
    }

    private String day(List<@Nullable String> row) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).role() == Role.KEY && columns.get(i).kind() == Kind.DATE) {
                return String.valueOf(row.get(i));
            }
        }
        return "";
    }
}
