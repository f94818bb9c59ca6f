/** An index over documents: {@link io.theforge.rag.Rag} takes texts in and finds passages in them. */
@NullMarked
package io.theforge.rag;

import org.jspecify.annotations.NullMarked;
