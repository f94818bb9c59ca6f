package io.theforge.server.rag;

import io.theforge.server.http.Access;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Endpoint.Method;
import io.theforge.server.http.Problem;
import io.theforge.server.openapi.Schema;
import java.util.List;

/** Questions are answered. Nothing is written for it, so that production allows it, and it takes the token where reading does. */
public final class AgentEndpoints {
    /** Ten thousand characters, each as the longest that JSON may write it. */
    private static final int MAX_BODY_BYTES = 256 << 10;

    private static final Schema AGENT = Schema.word("experiment", "rag_assistant");

    private static final Schema OPEN = Schema.object()
            .needs("agent_type", AGENT.meaning("both are the same agent here"))
            .may("initial_context", Schema.object().open().orNull().meaning("taken, and not used"));

    private static final Schema SESSION = Schema.object()
            .needs("session_id", Schema.text(32, 32))
            .needs("agent_type", AGENT)
            .needs("status", Schema.word("active"))
            .needs("total_tokens_used", Schema.whole().meaning("of a model; 0 without one"))
            .needs("tool_calls_count", Schema.whole())
            .needs("last_activity", Schema.moment())
            .needs("expires_at", Schema.moment().meaning("unless something is asked before; from then on status 410"))
            .needs("created_at", Schema.moment());

    private static final Schema CHAT = Schema.object()
            .needs("message", Schema.text(1, 10_000))
            .may("stream", Schema.bool().otherwise(false).meaning("false: an answer comes whole"));

    private static final Schema ANSWERED = Schema.object()
            .needs("session_id", Schema.text(32, 32))
            .needs("message", Schema.text().meaning("the answer, with its citations as [source_path:chunk_id]"))
            .needs(
                    "citations",
                    Schema.list(Schema.object()
                                    .needs("source_path", Schema.text())
                                    .needs("chunk_id", Schema.text())
                                    .needs("start", Schema.whole())
                                    .needs("end", Schema.whole()))
                            .meaning(
                                    "what the answer rests on; start and end: the place in the text, in Unicode code points"))
            .needs(
                    "tool_calls",
                    Schema.list(Schema.object()
                                    .needs("name", Schema.text())
                                    .needs("arguments", Schema.object().open())
                                    .needs("result", Schema.text()))
                            .meaning("what was looked up for it"))
            .needs("pending_approval", Schema.bool().meaning("false: nothing is done that somebody has to approve"))
            .needs("pending_action", Schema.object().open().orNull())
            .needs("tokens_used", Schema.whole().meaning("of a model; 0 without one"));

    private final RagEndpoints rag;

    /** @param rag has the service, or says how the server is started for it */
    public AgentEndpoints(RagEndpoints rag) {
        this.rag = rag;
    }

    public List<Endpoint> all() {
        return List.of(
                Endpoint.post(
                                "/agents/sessions",
                                "Begins a conversation",
                                OPEN,
                                Form.json(201, SESSION),
                                call -> agents().open(call))
                        .with(Access.READS),
                Endpoint.get(
                        "/agents/sessions/{id}",
                        "How a conversation stands",
                        Form.json(200, SESSION),
                        call -> agents().session(call)),
                Endpoint.post(
                                "/agents/sessions/{id}/chat",
                                "Answers a message from documents and tables",
                                CHAT,
                                Form.json(200, ANSWERED),
                                call -> {
                                    refuseStream(call);
                                    return agents().chat(call);
                                })
                        .with(Access.READS)
                        .upTo(MAX_BODY_BYTES),
                new Endpoint(
                        Method.DELETE,
                        "/agents/sessions/{id}",
                        "Ends a conversation",
                        Access.READS,
                        List.of(),
                        null,
                        0,
                        Form.none(),
                        call -> agents().end(call)));
    }

    private AgentService agents() {
        return rag.there().agents();
    }

    private static void refuseStream(Call call) {
        if (call.yes("stream")) {
            throw Problem.field("stream", "is true, and is to be false: an answer comes whole here")
                    .asException();
        }
    }
}
