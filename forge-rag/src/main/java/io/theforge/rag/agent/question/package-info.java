/** What a question names and asks for: {@link io.theforge.rag.agent.question.Mentions}, {@link io.theforge.rag.agent.question.Plan}. */
@NullMarked
package io.theforge.rag.agent.question;

import org.jspecify.annotations.NullMarked;
