package io.theforge.database.append;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to append to the dataset that is there, or to the rows of others.
 *
 * @param start first day, null = the day after the last one
 * @param end last day, inclusive, null = a month from the start
 * @param seed null = the one that the dataset's last days have
 * @param confirmed whether rows that are there may be changed
 * @param firstSeed where nothing of ours is there yet and no seed is given
 */
public record AppendRequest(
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable Long seed,
        boolean confirmed,
        long firstSeed) {
    /** Where nobody says otherwise. */
    public static final long FIRST_SEED = 42;

    public AppendRequest(@Nullable LocalDate start, @Nullable LocalDate end, @Nullable Long seed, boolean confirmed) {
        this(start, end, seed, confirmed, FIRST_SEED);
    }
}
