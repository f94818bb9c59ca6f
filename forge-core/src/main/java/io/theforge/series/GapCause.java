package io.theforge.series;

/** Why a record is missing on purpose. Of several causes the first one counts. */
public enum GapCause {
    /** {@code sparsity.missing_combinations_pct}: the pair has no records at all. */
    MISSING_COMBINATIONS,
    /** {@code data_gaps}: the configuration names the dates. */
    DATA_GAPS,
    /** {@code sparsity.random_gaps_per_series}: a run of days of this series. */
    RANDOM_GAPS,
    /** {@code sparsity.missing_days_pct}: a single day of this series. */
    MISSING_DAYS,
    /** {@code calendar_effects} with the factor 0: the shop is closed, and sells and records nothing. */
    CLOSED_DAYS
}
