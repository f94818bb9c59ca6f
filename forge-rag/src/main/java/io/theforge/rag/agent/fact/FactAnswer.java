package io.theforge.rag.agent.fact;

import io.theforge.rag.agent.passage.Statement;
import java.util.List;

/** What a document says, as words of its own, and where it does. */
public record FactAnswer(String words, List<Statement> rests) {}
