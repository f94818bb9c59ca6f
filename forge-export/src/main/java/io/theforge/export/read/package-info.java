/**
 * Exports read back: {@link io.theforge.export.read.ExportCheck} computes the fingerprint of their rows and holds them against their
 * manifest, {@link io.theforge.export.read.DatabaseCheck} does it for a database.
 */
@NullMarked
package io.theforge.export.read;

import org.jspecify.annotations.NullMarked;
