/** An agent with a language model, {@link io.theforge.rag.agent.model.ModelSettings}: what the model says is checked before it is shown. */
@NullMarked
package io.theforge.rag.agent.model;

import org.jspecify.annotations.NullMarked;
