package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.AgentReply;
import io.theforge.rag.agent.Citation;
import io.theforge.rag.agent.ToolCall;
import io.theforge.rag.agent.passage.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is said, and the statements that it rests on. @param text without citations */
record Answer(String text, List<Statement> rests) {
    Answer {
        rests = List.copyOf(rests);
    }

    static Answer unknown() {
        return new Answer("I do not know: the documents do not say it, and the tables do not have it.", List.of());
    }

    AgentReply reply(List<ToolCall> calls) {
        Set<Citation> citations = new LinkedHashSet<>();
        rests.forEach(statement -> citations.add(statement.citation()));
        StringBuilder marks = new StringBuilder();
        Set<String> marked = new LinkedHashSet<>();
        for (Citation citation : citations) {
            if (marked.add(citation.chunkId())) {
                marks.append(" [")
                        .append(citation.sourcePath())
                        .append(':')
                        .append(citation.chunkId())
                        .append(']');
            }
        }
        boolean isSentence = text.endsWith(".") && !marks.isEmpty();
        String message = isSentence ? text.substring(0, text.length() - 1) + marks + "." : text + marks;
        return new AgentReply(message, List.copyOf(citations), calls, 0);
    }
}
