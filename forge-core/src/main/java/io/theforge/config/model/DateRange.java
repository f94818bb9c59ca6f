package io.theforge.config.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * {@code date_range}, all dates inclusive.
 *
 * @param horizon end of the first planning block, not before start; plans that count things "in the date range" are laid
 *     in blocks of the length start..horizon
 */
public record DateRange(LocalDate start, LocalDate end, LocalDate horizon) {

    /** The last day that a dataset may have. */
    public static final LocalDate LAST_POSSIBLE_DAY = LocalDate.of(2199, 12, 31);

    /** Returns the number of days generated, start and end included. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, end)) + 1;
    }

    /** Returns the length of a planning block in days. */
    public int blockDays() {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, horizon)) + 1;
    }
}
