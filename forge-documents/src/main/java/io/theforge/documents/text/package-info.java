/**
 * Markdown that knows where it says what, {@link io.theforge.documents.text.Page}, and the words that it is made of:
 * {@link io.theforge.documents.text.Phrases}, {@link io.theforge.documents.text.Forms}, {@link io.theforge.documents.text.Draw}.
 */
@NullMarked
package io.theforge.documents.text;

import org.jspecify.annotations.NullMarked;
