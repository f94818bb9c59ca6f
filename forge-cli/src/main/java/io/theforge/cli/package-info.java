/** The way in: {@link io.theforge.cli.Forge}, and the list of all {@link io.theforge.cli.Commands}. */
@NullMarked
package io.theforge.cli;

import org.jspecify.annotations.NullMarked;
