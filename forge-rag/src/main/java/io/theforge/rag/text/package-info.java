/** Texts are cut into chunks, {@link io.theforge.rag.text.Chunks}, and into words, {@link io.theforge.rag.text.Words}. */
@NullMarked
package io.theforge.rag.text;

import org.jspecify.annotations.NullMarked;
