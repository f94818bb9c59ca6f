/** Answers from passages and tables: {@link io.theforge.rag.agent.Agent}. */
@NullMarked
package io.theforge.rag.agent;

import org.jspecify.annotations.NullMarked;
