/**
 * Dirt that is known: {@link io.theforge.cli.dirt.DirtScoreCommand} tells how well a validator finds it, {@link
 * io.theforge.cli.dirt.DirtUndoCommand} takes it back.
 */
@NullMarked
package io.theforge.cli.dirt;

import org.jspecify.annotations.NullMarked;
