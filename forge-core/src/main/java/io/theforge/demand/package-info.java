/** Expected demand of a pair on a day, factor by factor, and the draw around it. */
@NullMarked
package io.theforge.demand;

import org.jspecify.annotations.NullMarked;
