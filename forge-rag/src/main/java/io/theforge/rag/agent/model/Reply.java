package io.theforge.rag.agent.model;

import io.theforge.rag.agent.AgentReply;
import java.util.List;

/** Makes an answer of what a model has written. */
final class Reply {
    static final String UNKNOWN = "I don't know: nothing that was found in the documents or the tables answers this.";

    private Reply() {}

    static AgentReply of(String written, LookUps lookUps, long tokens) {
        int used = (int) Math.min(tokens, Integer.MAX_VALUE);
        CitationCheck checked = CitationCheck.of(written, lookUps.findings());
        if (checked.citations().isEmpty() && !lookUps.hasFigures()) {
            return new AgentReply(
                    checked.removed() == 0
                            ? UNKNOWN
                            : UNKNOWN + " The model's answer is not shown: it cited what was not found.",
                    List.of(),
                    lookUps.calls(),
                    used);
        }
        String note = checked.removed() == 0
                ? ""
                : "\n\n(" + (checked.removed() == 1 ? "1 citation was" : checked.removed() + " citations were")
                        + " taken out: not among the passages that were found.)";
        return new AgentReply(checked.text() + note, checked.citations(), lookUps.calls(), used);
    }
}
