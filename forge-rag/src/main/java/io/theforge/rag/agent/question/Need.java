package io.theforge.rag.agent.question;

import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Scope;
import org.jspecify.annotations.Nullable;

/** One figure that an answer needs. @param period null for what has none @param label how a comparison names it */
public record Need(Topic topic, Scope scope, @Nullable Period period, String label) {}
