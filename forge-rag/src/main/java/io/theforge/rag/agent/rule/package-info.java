/** Rules that have versions: what holds now, and what held before: {@link io.theforge.rag.agent.rule.RuleAnswers} and {@link io.theforge.rag.agent.rule.Versions}. */
@NullMarked
package io.theforge.rag.agent.rule;

import org.jspecify.annotations.NullMarked;
