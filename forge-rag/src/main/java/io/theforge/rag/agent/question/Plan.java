package io.theforge.rag.agent.question;

import java.util.List;

/** How a question about figures is answered. @param unit of the answer; empty for the name of one of the figures */
public record Plan(Operation operation, List<Need> needs, String unit) {}
