/** {@link io.theforge.database.estimate.season.Season}: how further days stand to the last weeks, by the year before. */
@NullMarked
package io.theforge.database.estimate.season;

import org.jspecify.annotations.NullMarked;
