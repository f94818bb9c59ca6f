/** What documents state, one statement at a time, with the place where it stands: {@link io.theforge.rag.agent.passage.Library}. */
@NullMarked
package io.theforge.rag.agent.passage;

import org.jspecify.annotations.NullMarked;
