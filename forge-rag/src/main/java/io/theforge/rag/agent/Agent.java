package io.theforge.rag.agent;

import java.util.List;

/** Answers questions from what is indexed and from the dataset's tables. Many may ask at once. */
public interface Agent {

    /** Answers a message. @param earlier the turns of this conversation before it, the oldest first */
    AgentReply reply(List<Turn> earlier, String message);

    /** A message and what was answered. */
    record Turn(String message, String reply) {}
}
