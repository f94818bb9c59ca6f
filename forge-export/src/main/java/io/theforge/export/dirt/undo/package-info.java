/** The clean export again, from a dirty one and its ledger: {@link io.theforge.export.dirt.undo.Undo}. */
@NullMarked
package io.theforge.export.dirt.undo;

import org.jspecify.annotations.NullMarked;
