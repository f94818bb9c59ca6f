package io.theforge.server;

import io.theforge.cli.serve.ServeRequest;
import io.theforge.database.Warehouse;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.server.http.Access;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.OpenApi;
import io.theforge.server.http.Traffic;
import io.theforge.server.metrics.Metrics;
import io.theforge.server.openapi.Schema;
import io.theforge.server.safety.Gatekeeper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server consists of, and what there is to ask for. */
record Parts(ServeRequest request, Metrics metrics) implements AutoCloseable {
    private static final Schema STATUS = Schema.object().needs("status", Schema.word("ok"));

    static Parts of(ServeRequest request) {
        return new Parts(request, new Metrics());
    }

    Traffic traffic() {
        return new LoggedTraffic(request.context().console(), metrics);
    }

    /** @throws io.theforge.database.report.DatabaseException when it cannot be reached */
    void checkDatabase() {
        Target target = Warehouse.target(request.database());
        try (@Nullable Sql reached = target.openForReading()) {
            assert reached != null || target.databaseName() != null;
        } catch (SQLException e) {
            throw target.explain(e, false);
        }
    }

    List<Endpoint> endpoints(Gatekeeper gatekeeper) {
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.add(Endpoint.get(
                        "/health",
                        "Whether the server is alive",
                        Endpoint.Form.json(200, STATUS),
                        call -> Answer.json(Map.of("status", "ok")))
                .with(Access.OPEN));
        endpoints.add(Endpoint.get(
                "/health/ready", "Whether the database can be reached", Endpoint.Form.json(200, STATUS), call -> {
                    checkDatabase();
                    return Answer.json(Map.of("status", "ok"));
                }));
        endpoints.add(Endpoint.get(
                "/metrics",
                "Figures for Prometheus",
                Endpoint.Form.of(Metrics.MEDIA_TYPE),
                call -> Answer.text(Metrics.MEDIA_TYPE, metrics.text())));
        OpenApi.addTo(endpoints);
        return endpoints;
    }

    @Override
    public void close() {}
}
