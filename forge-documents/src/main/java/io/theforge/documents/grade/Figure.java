package io.theforge.documents.grade;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in a text.
 *
 * @param unit one of {@link Units}; null where it has none
 * @param isJoined whether it is one of a range or a list: "between 1 and 1000"
 * @param isBound whether it only bounds what is meant: "at least 500"
 */
record Figure(BigDecimal value, @Nullable String unit, boolean isJoined, boolean isBound) {}
