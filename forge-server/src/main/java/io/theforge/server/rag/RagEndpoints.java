package io.theforge.server.rag;

import io.theforge.cli.result.Json;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import io.theforge.server.dataset.ServedDatabase;
import io.theforge.server.dataset.Turns;
import io.theforge.server.http.Access;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Endpoint.Method;
import io.theforge.server.http.Failures;
import io.theforge.server.http.Problem;
import io.theforge.server.openapi.Schema;
import io.theforge.server.operation.Operation;
import io.theforge.server.operation.Records;
import io.theforge.server.operation.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Documents are indexed and found. Without {@code --rag} they say how the server is started for it. */
public final class RagEndpoints implements AutoCloseable {
    private static final int MAX_CONTENT_BYTES = 4 << 20;

    private static final Schema TYPE = Schema.word("markdown", "openapi");
    private static final Schema PATH = Schema.text(1, 500);

    private static final Schema INDEX = Schema.object()
            .needs("source_type", TYPE)
            .needs("source_path", PATH.meaning("the text's name; no file is read there"))
            .may("content", Schema.text().orNull().meaning("the text; without it 404: this server reads no paths"))
            .may("metadata", Schema.object().open().orNull().meaning("answered with each chunk"));

    private static final Schema INDEXED = Schema.object()
            .needs("source_id", Schema.text(32, 32))
            .needs("source_path", PATH)
            .needs("chunks_created", Schema.whole().meaning("0 where the text was there already"))
            .needs("tokens_processed", Schema.whole())
            .needs("duration_ms", Schema.amount())
            .needs(
                    "status",
                    Schema.word("indexed", "updated", "unchanged").meaning("by content, keyed by type and path"));

    private static final Schema RETRIEVE = Schema.object()
            .needs("query", Schema.text(1, 2000))
            .may("top_k", Schema.whole(1, 50).orNull().otherwise(5))
            .may(
                    "similarity_threshold",
                    Schema.number(0, 1).orNull().meaning("chunks of a lower relevance_score are left out"))
            .may(
                    "filters",
                    Schema.object()
                            .may("source_type", TYPE.orNull())
                            .may("source_path", Schema.text(0, 500).orNull().meaning("how the paths begin"))
                            .orNull());

    private static final Schema RETRIEVED = Schema.object()
            .needs(
                    "results",
                    Schema.list(Schema.object()
                            .needs("chunk_id", Schema.text())
                            .needs("source_id", Schema.text())
                            .needs("source_path", Schema.text())
                            .needs("source_type", Schema.text())
                            .needs("content", Schema.text())
                            .needs(
                                    "relevance_score",
                                    Schema.number(0, 1)
                                            .meaning(
                                                    "the cosine of query and chunk; the order comes of it and of the words"))
                            .needs(
                                    "metadata",
                                    Schema.object()
                                            .open()
                                            .meaning(
                                                    "the source's, and heading, start and end: its place in the text, in"
                                                            + " Unicode code points"))))
            .needs("query_embedding_time_ms", Schema.amount())
            .needs("search_time_ms", Schema.amount())
            .needs("total_chunks_searched", Schema.whole());

    private static final Schema SOURCES = Schema.object()
            .needs(
                    "sources",
                    Schema.list(Schema.object()
                            .needs("source_id", Schema.text())
                            .needs("source_type", Schema.text())
                            .needs("source_path", Schema.text())
                            .needs("chunk_count", Schema.whole())
                            .needs("content_hash", Schema.text().meaning("SHA-256"))
                            .needs("indexed_at", Schema.moment())
                            .needs("metadata", Schema.object().open())))
            .needs("total_sources", Schema.whole())
            .needs("total_chunks", Schema.whole());

    private static final Schema DELETED = Schema.object()
            .needs("source_id", Schema.text())
            .needs("chunks_deleted", Schema.whole())
            .needs("status", Schema.word("deleted"));

    private final ServedDatabase database;
    private final Records records;
    private final @Nullable RagService service;
    private final Turns writers = new Turns(1, 16);
    private final Turns readers = new Turns(2, 32);

    private RagEndpoints(ServedDatabase database, Records records, @Nullable RagService service) {
        this.database = database;
        this.records = records;
        this.service = service;
    }

    /** Without the module. */
    public static RagEndpoints absent(ServedDatabase database, Records records) {
        return new RagEndpoints(database, records, null);
    }

    /** With the module, which must be on the class path. @param records hears what is indexed and removed */
    public static RagEndpoints open(ServedDatabase database, Records records) {
        RagService.Program program = ServiceLoader.load(RagService.Program.class)
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--rag",
                        "retrieval is not part of this program",
                        "start it by the script ./forge, which fetches it, or add forge-rag-server to the class path"));
        return new RagEndpoints(
                database,
                records,
                program.open(new RagService.Place(
                        database.url(), database.folder(), database.environment(), database::asking)));
    }

    public List<Endpoint> all() {
        return List.of(
                Endpoint.post("/rag/index", "Takes a text in", INDEX, Form.json(201, INDEXED), call -> {
                            refuseProduction("index");
                            Map<String, Object> asked = Json.object(
                                    "source_type",
                                            call.body().path("source_type").asText(),
                                    "source_path",
                                            call.body().path("source_path").asText());
                            return writers.run(() -> recorded("rag-index", call, asked, () -> there().index(call)));
                        })
                        .upTo(MAX_CONTENT_BYTES),
                Endpoint.post(
                                "/rag/retrieve",
                                "Finds passages by meaning and by words",
                                RETRIEVE,
                                Form.json(200, RETRIEVED),
                                call -> readers.run(() -> there().retrieve(call)))
                        .with(Access.READS),
                Endpoint.get(
                        "/rag/sources",
                        "The texts that are indexed",
                        Form.json(200, SOURCES),
                        call -> readers.run(() -> there().sources(call))),
                new Endpoint(
                        Method.DELETE,
                        "/rag/sources/{source_id}",
                        "Takes a text out",
                        Access.WRITES,
                        List.of(),
                        null,
                        0,
                        Form.json(200, DELETED),
                        call -> {
                            refuseProduction("index");
                            Map<String, Object> asked = Json.object("source_id", call.path("source_id"));
                            return writers.run(() -> recorded("rag-delete", call, asked, () -> there().delete(call)));
                        }));
    }

    /** Returns how many conversations are under way. */
    public int sessions() {
        return service == null ? 0 : service.agents().sessions();
    }

    RagService there() {
        if (service == null) {
            throw Problem.of(
                            503,
                            "absent",
                            "this server was started without documents",
                            "start it as ./forge serve --rag")
                    .asException();
        }
        return service;
    }

    /** Nothing is written in production, whoever marked it so. */
    private void refuseProduction(String operation) throws Exception {
        there();
        database.environment().productionGuard().check(operation);
        database.refuseMarked();
    }

    /** Keeps who has written what; the text itself is nobody's to log. */
    private Answer recorded(String kind, Call call, Map<String, Object> asked, Callable<Answer> work) throws Exception {
        Records.Kept kept = records.begin(new Records.Writing(kind, call.client(), asked, false));
        long begun = System.nanoTime();
        Work.Outcome outcome = null;
        try {
            Answer answer = work.call();
            outcome = completed(answer);
            return answer;
        } catch (Exception e) {
            outcome = Work.Outcome.failed(Failures.of(e));
            throw e;
        } finally {
            if (outcome != null) {
                kept.end(outcome, (System.nanoTime() - begun) / 1e9);
            }
        }
    }

    private static Work.Outcome completed(Answer answer) {
        Map<String, Object> details = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(answer.body())).forEach((name, value) -> details.put((String) name, value));
        Object status = details.get("status");
        Object chunks = details.getOrDefault("chunks_created", details.get("chunks_deleted"));
        boolean isUnchanged = "unchanged".equals(status);
        return new Work.Outcome(
                isUnchanged ? Operation.State.UNCHANGED : Operation.State.COMPLETED,
                null,
                null,
                Result.done(isUnchanged ? "unchanged" : "completed", details, List.of()),
                chunks instanceof Number rows ? rows.longValue() : 0,
                "");
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
    }
}
