/**
 * The Forge as a service: {@link io.theforge.server.ForgeServer} is found by {@code forge serve}, and
 * {@link io.theforge.server.RunningServer} serves a single run inside the process.
 */
@NullMarked
package io.theforge.server;

import org.jspecify.annotations.NullMarked;
