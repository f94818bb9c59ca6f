/** The command line: flags, help, progress, messages and exit codes. {@link io.theforge.cli.Forge} is the way in. */
@NullMarked
package io.theforge.cli;

import org.jspecify.annotations.NullMarked;
