/** Exports that are spoiled on purpose, with a ledger of each change: {@link io.theforge.export.dirt.DirtyFormat}. */
@NullMarked
package io.theforge.export.dirt;

import org.jspecify.annotations.NullMarked;
