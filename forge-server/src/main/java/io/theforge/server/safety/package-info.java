/** Who is let in: {@link io.theforge.server.safety.Gatekeeper}. */
@NullMarked
package io.theforge.server.safety;

import org.jspecify.annotations.NullMarked;
