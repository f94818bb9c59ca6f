/** Formats of text, each row encoded by us: {@link io.theforge.export.text.TextFormat}. */
@NullMarked
package io.theforge.export.text;

import org.jspecify.annotations.NullMarked;
