package io.theforge.rag.agent;

import java.util.List;

/**
 * What was answered.
 *
 * @param message the text, with its citations inside as {@code [source_path:chunk_id]}
 * @param tokensUsed of a model; 0 without one
 */
public record AgentReply(String message, List<Citation> citations, List<ToolCall> toolCalls, int tokensUsed) {
    public AgentReply {
        citations = List.copyOf(citations);
        toolCalls = List.copyOf(toolCalls);
    }
}
