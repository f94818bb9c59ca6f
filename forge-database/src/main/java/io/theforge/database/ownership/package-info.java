/** Whose a row is: the blocks of ids that are ours, dates of the calendar, counts of both. Entry: {@link io.theforge.database.ownership.Ownership}. */
@NullMarked
package io.theforge.database.ownership;

import org.jspecify.annotations.NullMarked;
