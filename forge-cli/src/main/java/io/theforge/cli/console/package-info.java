/**
 * What is said and where: {@link io.theforge.cli.console.Console} on the way, {@link io.theforge.cli.console.ResultReporter} at the end, progress, event log and
 * audit log.
 */
@NullMarked
package io.theforge.cli.console;

import org.jspecify.annotations.NullMarked;
