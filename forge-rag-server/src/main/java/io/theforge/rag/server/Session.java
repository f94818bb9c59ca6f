package io.theforge.rag.server;

import io.theforge.cli.result.Json;
import io.theforge.rag.agent.Agent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A conversation. Whoever has it holds the lock of {@link Sessions}. */
final class Session {
    /** What an agent is told of earlier is little, and memory stays small however long people talk. */
    private static final int MAX_TURNS = 20;

    private static final int MAX_KEPT_CHARACTERS = 60_000;

    private final String id;
    private final String agentType;
    private final Instant createdAt;
    private final Deque<Agent.Turn> turns = new ArrayDeque<>();
    private int keptCharacters;
    private Instant lastActivity;
    private boolean isAnswering;
    private long tokens;
    private long toolCalls;

    Session(String id, String agentType, Instant createdAt) {
        this.id = id;
        this.agentType = agentType;
        this.createdAt = createdAt;
        lastActivity = createdAt;
    }

    String id() {
        return id;
    }

    boolean isAnswering() {
        return isAnswering;
    }

    Instant expiresAt() {
        return lastActivity.plus(Sessions.IDLE);
    }

    /** Whether nobody has spoken for too long. */
    boolean isOver(Instant now) {
        return !isAnswering && !now.isBefore(expiresAt());
    }

    /** Returns the turns before, the oldest first. */
    List<Agent.Turn> begin(Instant now) {
        isAnswering = true;
        lastActivity = now;
        return List.copyOf(turns);
    }

    void end(Instant now) {
        isAnswering = false;
        lastActivity = now;
    }

    void add(Agent.Turn turn, int tokensUsed, int calls) {
        tokens += tokensUsed;
        toolCalls += calls;
        turns.add(turn);
        keptCharacters += characters(turn);
        while (turns.size() > MAX_TURNS || keptCharacters > MAX_KEPT_CHARACTERS) {
            keptCharacters -= characters(turns.remove());
        }
    }

    private static int characters(Agent.Turn turn) {
        return turn.message().length() + turn.reply().length();
    }

    Map<String, Object> json() {
        return Json.object(
                "session_id",
                id,
                "agent_type",
                agentType,
                "status",
                "active",
                "total_tokens_used",
                tokens,
                "tool_calls_count",
                toolCalls,
                "last_activity",
                lastActivity.toString(),
                "expires_at",
                expiresAt().toString(),
                "created_at",
                createdAt.toString());
    }
}
