/** The tables of our own: runs, the ids that they took, states of series, the answer key. Entry: {@link io.theforge.database.record.Runs}. */
@NullMarked
package io.theforge.database.record;

import org.jspecify.annotations.NullMarked;
