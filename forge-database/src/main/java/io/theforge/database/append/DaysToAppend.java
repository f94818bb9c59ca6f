package io.theforge.database.append;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DateRange;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which days a request comes to on a database that somebody else filled.
 *
 * @param start first day to make, the one after the last that is there
 * @param end last day asked for; before {@code start} when all days are there already
 * @param seed of the days
 */
record DaysToAppend(LocalDate start, LocalDate end, long seed) {
    private static final String START = "--start-date";
    private static final String END = "--end-date";
    private static final int MAX_YEARS = 10;

    /** What an earlier append of this kind made. */
    private record Earlier(LocalDate first, LocalDate last, long seed) {}

    /**
     * @param recorded whether there are {@code theforge} tables
     * @throws ConfigException when the days asked for cannot be appended; it says which can
     * @throws RefusedException when rows of others have these days, or rows of ours have them with another seed
     */
    static DaysToAppend of(Sql sql, boolean recorded, AppendRequest request) throws SQLException {
        SaleDays sales = SaleDays.read(sql);
        List<Earlier> earlier = recorded ? earlier(sql) : List.of();
        LocalDate first = Objects.requireNonNull(sales.first());
        LocalDate last = Objects.requireNonNull(sales.last());
        for (Earlier each : earlier) {
            // on its last day nobody may have sold anything
            last = each.last.isAfter(last) ? each.last : last;
        }
        if (last.isAfter(DateRange.LAST_POSSIBLE_DAY)) {
            throw new RefusedException(
                    "sales_daily has a sale dated " + DatabaseStatus.text(last)
                            + ", and an append starts after the last day",
                    "correct that date; the Forge makes days up to " + DateRange.LAST_POSSIBLE_DAY);
        }
        LocalDate next = last.plusDays(1);
        LocalDate end = request.end();
        LocalDate start = request.start();
        if (start == null) {
            start = end != null && end.isBefore(next) ? end : next;
        }
        if (end == null) {
            end = start.plusMonths(1).minusDays(1);
        }
        check(first, last, start, end, request.start() == null ? END : START);
        Long seed = request.seed();
        for (LocalDate day = start; day.isBefore(next) && !day.isAfter(end); day = day.plusDays(1)) {
            checkOurs(earlier, day, seed, next);
        }
        long latest = earlier.isEmpty() ? request.firstSeed() : earlier.get(earlier.size() - 1).seed;
        return new DaysToAppend(next, end, seed == null ? latest : seed);
    }

    private static List<Earlier> earlier(Sql sql) throws SQLException {
        return sql.list(
                row -> new Earlier(
                        row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getLong(3)),
                """
                SELECT r.first_day, r.last_day, r.seed FROM theforge.run r
                JOIN theforge.run_table t ON t.run_id = r.id
                WHERE r.operation = 'append' AND t.table_name = 'sales_daily' AND NOT t.replaced ORDER BY r.id""");
    }

    private static void check(LocalDate first, LocalDate last, LocalDate start, LocalDate end, String place) {
        LocalDate next = last.plusDays(1);
        if (end.isBefore(start)) {
            throw new ConfigException(end + " is before the start, " + start, "give an end on or after it", END);
        }
        if (start.isBefore(first)) {
            throw new ConfigException(
                    start + " is before the first day with sales, " + first
                            + ", and an append only adds days after the last one",
                    "append from " + next,
                    place);
        }
        if (start.isAfter(next)) {
            throw new ConfigException(
                    start + " would leave a hole after the last day with sales, " + last,
                    "append from " + next + ": --append " + START + " " + next + " " + END + " " + end,
                    place);
        }
        if (end.isAfter(DateRange.LAST_POSSIBLE_DAY)) {
            throw tooLate(end);
        }
        LocalDate latest = last.plusYears(MAX_YEARS);
        if (end.isAfter(latest)) {
            throw new ConfigException(
                    end + " is more than " + MAX_YEARS + " years after the last day with sales, " + last
                            + ", which is too far to estimate from them",
                    "give " + latest + " or an earlier day",
                    END);
        }
    }

    static ConfigException tooLate(LocalDate end) {
        return new ConfigException(
                "the days would reach " + end + ", and " + DateRange.LAST_POSSIBLE_DAY
                        + " is the last that a dataset may have",
                "give an earlier end",
                END);
    }

    private static void checkOurs(List<Earlier> earlier, LocalDate day, @Nullable Long seed, LocalDate next) {
        Earlier made = earlier.stream()
                .filter(each -> !each.first.isAfter(day) && !each.last.isBefore(day))
                .findFirst()
                .orElse(null);
        if (made == null) {
            throw new RefusedException(
                    day + " is there already, with sales that the Forge did not make; it does not change those",
                    "append from " + next + ", or without dates: the month after the last day");
        }
        if (seed != null && seed != made.seed) {
            throw new RefusedException(
                    day + " is there already, made with seed " + made.seed + ", and not with " + seed,
                    "leave out --seed, append from " + next + ", or take out what the Forge made with --delete first");
        }
    }

    /** Whether all days asked for are there already. */
    boolean areThere() {
        return end.isBefore(start);
    }

    int count() {
        return Math.toIntExact(end.toEpochDay() - start.toEpochDay() + 1);
    }

    int firstEpochDay() {
        return Math.toIntExact(start.toEpochDay());
    }
}
