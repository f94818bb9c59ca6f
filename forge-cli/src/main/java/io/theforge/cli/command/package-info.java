/**
 * What a command is: {@link io.theforge.cli.command.BaseCommand}, or {@link io.theforge.cli.command.DatabaseCommand} where it opens a
 * database, run in a {@link io.theforge.cli.command.Context}.
 */
@NullMarked
package io.theforge.cli.command;

import org.jspecify.annotations.NullMarked;
