package io.theforge.rag.server;

import io.theforge.cli.result.Json;
import io.theforge.rag.agent.Agent;
import io.theforge.rag.agent.AgentReply;
import io.theforge.rag.agent.Citation;
import io.theforge.rag.agent.ToolCall;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Problem;
import io.theforge.server.rag.AgentService;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests become questions to the agent, in conversations; few are answered at once, and each within a time. */
final class ChatService implements AgentService, AutoCloseable {
    /** More than a model is given. */
    static final Duration TIME = Duration.ofMinutes(5);

    private static final int ANSWERS_AT_ONCE = 4;
    private static final int WAITING = 28;

    private final Agent agent;
    private final Sessions sessions;
    private final Duration time;
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            ANSWERS_AT_ONCE, ANSWERS_AT_ONCE, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                Thread thread = new Thread(work, "answer");
                thread.setDaemon(true);
                return thread;
            });

    /** @param time in which an answer must be there, from when it was asked for */
    ChatService(Agent agent, Clock clock, Duration time) {
        this.agent = agent;
        this.time = time;
        sessions = new Sessions(clock);
    }

    @Override
    public Answer open(Call call) {
        return Answer.json(201, sessions.open(Objects.requireNonNull(call.text("agent_type"))));
    }

    @Override
    public Answer session(Call call) {
        return Answer.json(sessions.json(call.path("id")));
    }

    @Override
    public Answer end(Call call) {
        sessions.remove(call.path("id"));
        return Answer.none();
    }

    @Override
    public int sessions() {
        return sessions.count();
    }

    @Override
    public Answer chat(Call call) throws Exception {
        String message = Objects.requireNonNull(call.text("message"));
        Sessions.Asked asked = sessions.begin(call.path("id"));
        FutureTask<AgentReply> reply = new FutureTask<>(() -> answered(asked, message));
        try {
            workers.execute(reply);
        } catch (RejectedExecutionException e) {
            sessions.end(asked.session());
            throw Problem.of(503, "busy", "many messages are being answered already", "try again later")
                    .asException();
        }
        return Answer.json(json(asked.session().id(), await(reply, asked)));
    }

    /** The conversation takes the next message when this has really ended, also where nobody has waited so long. */
    private AgentReply answered(Sessions.Asked asked, String message) throws Exception {
        try {
            AgentReply reply = ModelFailures.asProblems(() -> agent.reply(asked.earlier(), message));
            sessions.add(asked.session(), message, reply);
            return reply;
        } finally {
            sessions.end(asked.session());
        }
    }

    private AgentReply await(FutureTask<AgentReply> reply, Sessions.Asked asked) throws Exception {
        try {
            return reply.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception known ? known : e;
        } catch (CancellationException e) {
            throw Problem.of(503, "ending", "the server is ending", "try again later")
                    .asException();
        } catch (TimeoutException e) {
            if (workers.remove(reply)) {
                sessions.end(asked.session());
            }
            reply.cancel(true);
            throw Problem.of(
                            504,
                            "too_slow",
                            "the answer was not there within " + time.toSeconds() + " s",
                            "ask again later, or for less at a time")
                    .asException();
        }
    }

    private static Map<String, Object> json(String id, AgentReply reply) {
        return Json.object(
                "session_id", id,
                "message", reply.message(),
                "citations", reply.citations().stream().map(ChatService::json).toList(),
                "tool_calls", reply.toolCalls().stream().map(ChatService::json).toList(),
                "pending_approval", false,
                "pending_action", null,
                "tokens_used", reply.tokensUsed());
    }

    private static Map<String, Object> json(Citation citation) {
        return Json.object(
                "source_path", citation.sourcePath(),
                "chunk_id", citation.chunkId(),
                "start", citation.start(),
                "end", citation.end());
    }

    private static Map<String, Object> json(ToolCall call) {
        return Json.object("name", call.name(), "arguments", call.arguments(), "result", call.result());
    }

    @Override
    public void close() {
        workers.shutdownNow().forEach(neverBegun -> ((FutureTask<?>) neverBegun).cancel(false));
    }
}
