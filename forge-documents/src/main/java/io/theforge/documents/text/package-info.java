/** Markdown that knows where it says what: {@link io.theforge.documents.text.Page}. */
@NullMarked
package io.theforge.documents.text;

import org.jspecify.annotations.NullMarked;
