/** The command {@code serve}; what serves is a {@link io.theforge.cli.serve.ServerProgram} of a module of its own. */
@NullMarked
package io.theforge.cli.serve;

import org.jspecify.annotations.NullMarked;
