/**
 * What moves the demand of a pair in time, beside the factors of single days: {@link io.theforge.movement.Drift},
 * {@link io.theforge.movement.WeeklyNoise}, {@link io.theforge.movement.Absences} and {@link io.theforge.movement.Profiles}. All of it is
 * made of keyed draws, each by the seed of the segment that holds the first day on which it acts, so that a segment that is added
 * never changes a day before it.
 */
@NullMarked
package io.theforge.movement;

import org.jspecify.annotations.NullMarked;
