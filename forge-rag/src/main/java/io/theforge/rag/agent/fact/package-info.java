/** Facts that only documents tell: who, when, how much, why: {@link io.theforge.rag.agent.fact.FactAnswers}. */
@NullMarked
package io.theforge.rag.agent.fact;

import org.jspecify.annotations.NullMarked;
