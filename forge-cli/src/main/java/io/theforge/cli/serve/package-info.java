/**
 * The command {@code serve}; what serves is a {@link io.theforge.cli.serve.ServerProgram} of a module of its own, and what answers questions a
 * {@link io.theforge.cli.serve.StackProgram}.
 */
@NullMarked
package io.theforge.cli.serve;

import org.jspecify.annotations.NullMarked;
