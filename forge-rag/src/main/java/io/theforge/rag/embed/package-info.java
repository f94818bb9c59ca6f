/** Vectors for texts: an {@link io.theforge.rag.embed.Embedder} in the process, or an endpoint. */
@NullMarked
package io.theforge.rag.embed;

import org.jspecify.annotations.NullMarked;
