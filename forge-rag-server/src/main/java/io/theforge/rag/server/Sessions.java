package io.theforge.rag.server;

import io.theforge.rag.agent.Agent;
import io.theforge.rag.agent.AgentReply;
import io.theforge.server.http.Problem;
import io.theforge.server.http.ProblemException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The conversations that are under way, in memory alone: until somebody ends them, or nobody has spoken for {@link #IDLE}. */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final int MAX_SESSIONS = 200;

    /** Those that are over are remembered for a while, to say so. */
    private static final int MAX_EXPIRED = 1000;

    private static final int ID_BYTES = 16;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Session> active = new LinkedHashMap<>();
    private final Map<String, Instant> expired = new LinkedHashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** A message is to be answered. @param earlier the turns before it */
    record Asked(Session session, List<Agent.Turn> earlier) {}

    /** @throws ProblemException when there are too many */
    synchronized Map<String, Object> open(String agentType) {
        expire();
        if (active.size() >= MAX_SESSIONS) {
            Instant next = active.values().stream()
                    .map(Session::expiresAt)
                    .min(Instant::compareTo)
                    .orElseThrow();
            throw Problem.of(
                            429,
                            "too_many_sessions",
                            MAX_SESSIONS + " conversations are under way, and there are not to be more",
                            "end those that are over: DELETE /agents/sessions/{id}; the next one expires at " + next)
                    .asException();
        }
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Session session = new Session(HexFormat.of().formatHex(id), agentType, clock.instant());
        active.put(session.id(), session);
        return session.json();
    }

    /** @throws ProblemException when there is none */
    synchronized Map<String, Object> json(String id) {
        return named(id).json();
    }

    /** Begins an answer; {@link #end} must follow. @throws ProblemException when there is none, or it is answering already */
    synchronized Asked begin(String id) {
        Session session = named(id);
        if (session.isAnswering()) {
            throw Problem.of(
                            409,
                            "answering",
                            "this conversation's last message is still being answered",
                            "send the next one when its answer is there, or begin another conversation")
                    .asException();
        }
        return new Asked(session, session.begin(clock.instant()));
    }

    synchronized void add(Session session, String message, AgentReply reply) {
        session.add(
                new Agent.Turn(message, reply.message()),
                reply.tokensUsed(),
                reply.toolCalls().size());
    }

    synchronized void end(Session session) {
        session.end(clock.instant());
    }

    /** @throws ProblemException when there is none */
    synchronized void remove(String id) {
        expire();
        if (active.remove(id) == null && expired.remove(id) == null) {
            throw unknown();
        }
    }

    synchronized int count() {
        expire();
        return active.size();
    }

    private Session named(String id) {
        expire();
        if (expired.containsKey(id)) {
            throw Problem.of(
                            410,
                            "expired",
                            "this conversation expired at " + expired.get(id) + ", " + IDLE.toMinutes()
                                    + " minutes after its last message",
                            "begin another one: POST /agents/sessions")
                    .asException();
        }
        if (!active.containsKey(id)) {
            throw unknown();
        }
        return Objects.requireNonNull(active.get(id));
    }

    private static ProblemException unknown() {
        return Problem.of(
                        404,
                        "not_found",
                        "there is no conversation of this id",
                        "begin one: POST /agents/sessions; they end with the server")
                .asException();
    }

    private void expire() {
        Instant now = clock.instant();
        Iterator<Session> all = active.values().iterator();
        while (all.hasNext()) {
            Session session = all.next();
            if (session.isOver(now)) {
                expired.put(session.id(), session.expiresAt());
                all.remove();
            }
        }
        Iterator<String> oldest = expired.keySet().iterator();
        while (expired.size() > MAX_EXPIRED) {
            oldest.next();
            oldest.remove();
        }
    }
}
