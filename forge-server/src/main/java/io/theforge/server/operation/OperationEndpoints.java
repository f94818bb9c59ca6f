package io.theforge.server.operation;

import io.theforge.server.http.Answer;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Problem;
import io.theforge.server.openapi.Schema;
import java.util.Arrays;
import java.util.List;

/** Looking at operations, cancelling them, and hearing of them. */
public final class OperationEndpoints {
    private static final Schema PROGRESS = Schema.object()
            .needs("step", Schema.text())
            .needs("rows", Schema.whole())
            .needs("rows_expected", Schema.whole().orNull())
            .needs("rows_per_second", Schema.whole())
            .needs("seconds_left", Schema.whole().orNull())
            .orNull();

    /** The form of an operation. */
    public static final Schema OPERATION = Schema.object()
            .needs("id", Schema.text())
            .needs("operation", Schema.word("full-new", "append", "delete", "ingest"))
            .needs("client", Schema.text())
            .needs("started_at", Schema.moment())
            .needs(
                    "state",
                    Schema.word(Arrays.stream(Operation.State.values())
                            .map(Operation.State::word)
                            .toArray(String[]::new)))
            .needs("ended_at", Schema.moment().orNull())
            .needs("seconds", Schema.amount())
            .needs("parameters", Schema.object().open())
            .needs("progress", PROGRESS)
            .needs("result", Schema.object().open().orNull())
            .needs("problem", new Schema(Problem.SCHEMA.json()).orNull());

    private static final Schema LINE = Schema.object()
            .needs("operation", Schema.text())
            .needs("time", Schema.moment())
            .needs("text", Schema.text());

    private final Operations operations;
    private final Journal journal;
    private final EventStreams streams;

    public OperationEndpoints(Operations operations, Journal journal, EventStreams streams) {
        this.operations = operations;
        this.journal = journal;
        this.streams = streams;
    }

    public List<Endpoint> all() {
        String one = "/api/v1/operations/{id}";
        return List.of(
                Endpoint.get(
                        "/api/v1/operations",
                        "The operations of this start of the server, the newest first",
                        Form.json(200, Schema.list(OPERATION)),
                        call -> Answer.json(
                                operations.all().stream().map(Operation::json).toList())),
                Endpoint.get(
                        one,
                        "An operation",
                        Form.json(200, OPERATION),
                        call -> Answer.json(operations.named(call.path("id")).json())),
                Endpoint.post(
                        one + "/cancel",
                        "Ends an operation with the database as it was before",
                        Schema.object(),
                        Form.json(202, OPERATION),
                        call -> Answer.json(
                                202, operations.cancel(call.path("id")).json())),
                Endpoint.get(
                        "/api/v1/log",
                        "What has happened, line by line",
                        Form.json(200, Schema.list(LINE)),
                        call -> new Answer(
                                200,
                                "application/json",
                                "[" + String.join(",", journal.log()) + "]",
                                java.util.Map.of())),
                Endpoint.get(
                        "/api/v1/events",
                        "What happens: server-sent events log and operation with ids, and progress without; the log so far first",
                        Form.of(EventStream.MEDIA_TYPE),
                        streams::open));
    }
}
