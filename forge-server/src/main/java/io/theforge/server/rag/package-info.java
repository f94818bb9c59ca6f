/**
 * What is asked of documents: declared here, in {@link io.theforge.server.rag.RagEndpoints} and {@link io.theforge.server.rag.AgentEndpoints}, and done by a
 * {@link io.theforge.server.rag.RagService} of a module that is not always there.
 */
@NullMarked
package io.theforge.server.rag;

import org.jspecify.annotations.NullMarked;
