/**
 * Second station: {@link Plan} holds stores, products and calendar. Small things, kept in memory, a pure function of the configuration.
 */
@NullMarked
package io.theforge.plan;

import org.jspecify.annotations.NullMarked;
