/**
 * From arguments to a command: {@link io.theforge.cli.parse.Arguments} reads them by the {@link io.theforge.cli.parse.CommandTable}; help and the
 * answers to mistakes come from the same declarations.
 */
@NullMarked
package io.theforge.cli.parse;

import org.jspecify.annotations.NullMarked;
