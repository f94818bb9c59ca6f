package io.theforge.server;

import io.theforge.cli.command.Context;
import io.theforge.cli.serve.ServeRequest;
import io.theforge.server.dataset.AnalyticsEndpoints;
import io.theforge.server.dataset.BackupEndpoint;
import io.theforge.server.dataset.ConfigEndpoints;
import io.theforge.server.dataset.DatasetEndpoints;
import io.theforge.server.dataset.ExportEndpoint;
import io.theforge.server.dataset.IngestEndpoint;
import io.theforge.server.dataset.JudgeEndpoints;
import io.theforge.server.dataset.PriceEndpoint;
import io.theforge.server.dataset.SeederEndpoints;
import io.theforge.server.dataset.SeriesEndpoints;
import io.theforge.server.dataset.ServedDatabase;
import io.theforge.server.dataset.VerifyEndpoint;
import io.theforge.server.dataset.Writes;
import io.theforge.server.http.Access;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.OpenApi;
import io.theforge.server.http.Traffic;
import io.theforge.server.metrics.Metrics;
import io.theforge.server.openapi.Schema;
import io.theforge.server.operation.EventStreams;
import io.theforge.server.operation.Journal;
import io.theforge.server.operation.OperationEndpoints;
import io.theforge.server.operation.Operations;
import io.theforge.server.operation.Records;
import io.theforge.server.page.Pages;
import io.theforge.server.rag.AgentEndpoints;
import io.theforge.server.rag.RagEndpoints;
import io.theforge.server.safety.Gatekeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a server consists of, and what there is to ask for. */
final class Parts implements AutoCloseable {
    private static final Schema STATUS = Schema.object().needs("status", Schema.word("ok"));

    private final Traffic traffic;
    private final Metrics metrics = new Metrics();
    private final ServedDatabase database;
    private final Journal journal = new Journal();
    private final EventStreams streams = new EventStreams(journal);
    private final Operations operations;
    private final RagEndpoints rag;

    Parts(ServeRequest request) {
        Context context = request.context();
        traffic = new LoggedTraffic(context.console(), metrics);
        database = new ServedDatabase(request.database(), context.environment(), context.workingDirectory());
        Records records = new KeptRecords(context, request.database().display(), metrics);
        operations = new Operations(database.gate(), journal, records);
        rag = request.rag() ? RagEndpoints.open(database, records) : RagEndpoints.absent(database, records);
        metrics.gauge("forge.agent.sessions", "conversations that are under way", rag::sessions);
        metrics.gauge("forge.event.streams", "clients that listen to events", streams::count);
    }

    Traffic traffic() {
        return traffic;
    }

    Metrics metrics() {
        return metrics;
    }

    /** @throws io.theforge.database.report.DatabaseException when the database cannot be reached */
    void check() {
        try {
            database.check();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    List<Endpoint> endpoints(Gatekeeper gatekeeper) {
        Writes writes = new Writes(database, operations);
        List<Endpoint> endpoints = new ArrayList<>(health());
        endpoints.addAll(new SeederEndpoints(database, writes).all());
        endpoints.addAll(new VerifyEndpoint(database).all());
        endpoints.addAll(new AnalyticsEndpoints(database).all());
        endpoints.addAll(new IngestEndpoint(database, operations).all());
        endpoints.addAll(rag.all());
        endpoints.addAll(new AgentEndpoints(rag).all());
        endpoints.addAll(new DatasetEndpoints(database, writes, gatekeeper::mayWrite).all());
        endpoints.addAll(new SeriesEndpoints(database).all());
        endpoints.addAll(new PriceEndpoint(database).all());
        endpoints.addAll(new JudgeEndpoints(database).all());
        endpoints.addAll(new ConfigEndpoints(database).all());
        endpoints.addAll(new ExportEndpoint(database).all());
        endpoints.addAll(new BackupEndpoint(database, operations).all());
        endpoints.addAll(new OperationEndpoints(operations, journal, streams).all());
        endpoints.addAll(Pages.all(gatekeeper));
        OpenApi.addTo(endpoints);
        return endpoints;
    }

    private List<Endpoint> health() {
        Answer fine = Answer.json(Map.of("status", "ok"));
        Endpoint.Form form = Endpoint.Form.json(200, STATUS);
        return List.of(
                Endpoint.get("/health", "Whether the server is alive", form, call -> fine)
                        .with(Access.OPEN),
                Endpoint.get("/health/ready", "Whether the database can be reached", form, call -> {
                    database.check();
                    return fine;
                }),
                Endpoint.get(
                        "/metrics",
                        "Figures for Prometheus",
                        Endpoint.Form.of(Metrics.MEDIA_TYPE),
                        call -> Answer.text(Metrics.MEDIA_TYPE, metrics.text())));
    }

    @Override
    public void close() {
        operations.close();
        streams.close();
        rag.close();
    }
}
