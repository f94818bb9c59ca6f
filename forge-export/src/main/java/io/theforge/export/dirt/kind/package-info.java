/** Kinds of dirt: what each does to a row ({@link io.theforge.export.dirt.kind.Kind}) and what is said of it. */
@NullMarked
package io.theforge.export.dirt.kind;

import org.jspecify.annotations.NullMarked;
