/** Datasets as files: {@link io.theforge.export.Export} says what is wanted and writes it. */
@NullMarked
package io.theforge.export;

import org.jspecify.annotations.NullMarked;
