/**
 * Forecasts and sales added up, as a business looks at them: from the total down to the single series. {@link LevelScorer} computes what the M5
 * competition computed, {@link LevelScores} holds it.
 */
@NullMarked
package io.theforge.oracle.level;

import org.jspecify.annotations.NullMarked;
