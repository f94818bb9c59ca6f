/**
 * What a command is given: the flags that several share, {@link io.theforge.cli.input.Environment}, and the
 * {@link io.theforge.cli.input.Settings} that come of both.
 */
@NullMarked
package io.theforge.cli.input;

import org.jspecify.annotations.NullMarked;
