/** The Forge as a service: {@link io.theforge.server.ForgeServer} is found by {@code forge serve}. */
@NullMarked
package io.theforge.server;

import org.jspecify.annotations.NullMarked;
