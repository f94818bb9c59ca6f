package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.AgentReply;
import io.theforge.rag.agent.Citation;
import io.theforge.rag.agent.ToolCall;
import io.theforge.rag.agent.passage.Statement;
import io.theforge.rag.agent.rule.RuleAnswer;
import io.theforge.rag.agent.text.Forms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is said, and the statements that it rests on. @param text without citations */
record Answer(String text, List<Statement> rests) {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]{1,200})]\\([^)\\n]{1,500}\\)");

    Answer {
        rests = List.copyOf(rests);
    }

    static Answer unknown() {
        return new Answer("I do not know: the documents do not say it, and the tables do not have it.", List.of());
    }

    static Answer of(RuleAnswer rule) {
        String value = Forms.amount(rule.amount().value(), rule.amount().unit());
        return new Answer("It is " + value + ".", List.of(rule.statement()));
    }

    /** A row is told cell by cell, after the names of its columns. */
    static Answer quoting(Statement statement) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < statement.cells().size(); i++) {
            row.append(i == 0 ? "" : ", ")
                    .append(i < statement.header().size() ? statement.header().get(i) + ": " : "")
                    .append(statement.cells().get(i));
        }
        String text =
                statement.isRow() ? row + "." : LINK.matcher(statement.text()).replaceAll("$1");
        return new Answer("The documents say: " + text, List.of(statement));
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
