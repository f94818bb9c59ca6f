/** Answers without a model, from tables and passages: {@link io.theforge.rag.agent.plain.PlainAgent}. */
@NullMarked
package io.theforge.rag.agent.plain;

import org.jspecify.annotations.NullMarked;
