/** The days that are looked at: {@link io.theforge.database.estimate.window.Window}. */
@NullMarked
package io.theforge.database.estimate.window;

import org.jspecify.annotations.NullMarked;
