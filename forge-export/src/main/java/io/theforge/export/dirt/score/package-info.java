/**
 * How well a validator finds dirt that is known: {@link io.theforge.export.dirt.score.DirtScorer} holds its rejections against the
 * ledger, in DuckDB, so that memory does not grow with either.
 */
@NullMarked
package io.theforge.export.dirt.score;

import org.jspecify.annotations.NullMarked;
