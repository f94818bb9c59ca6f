/** Passages for a question: {@link io.theforge.rag.find.Finder} takes it apart and chooses those that together answer it. */
@NullMarked
package io.theforge.rag.find;

import org.jspecify.annotations.NullMarked;
