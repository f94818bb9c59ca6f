package io.theforge.rag.agent.rule;

import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.text.Amount;

/** What a rule says, and where. */
public record RuleAnswer(Amount amount, Statement statement) {}
