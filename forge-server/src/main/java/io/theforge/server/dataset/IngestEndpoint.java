package io.theforge.server.dataset;

import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Result;
import io.theforge.database.report.Progress;
import io.theforge.database.session.Target;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Problem;
import io.theforge.server.openapi.Schema;
import io.theforge.server.operation.Operation;
import io.theforge.server.operation.Operations;
import io.theforge.server.operation.Work;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sales of others come in. */
public final class IngestEndpoint {
    private static final int MAX_RECORDS = 10_000;
    private static final int MAX_BODY_BYTES = 4 << 20;
    private static final double MAX_PRICE = 99_999_999.99;
    private static final double MAX_AMOUNT = 9_999_999_999.99;

    private static final Schema RECORDS = Schema.object()
            .needs(
                    "records",
                    Schema.list(
                            Schema.object()
                                    .needs("date", Schema.date())
                                    .needs("store_code", Schema.text(1, 20))
                                    .needs("sku", Schema.text(1, 50))
                                    .needs("quantity", Schema.whole(0, Integer.MAX_VALUE))
                                    .needs("unit_price", Schema.number(0, MAX_PRICE))
                                    .needs("total_amount", Schema.number(0, MAX_AMOUNT)),
                            1,
                            MAX_RECORDS));

    private static final Schema INGESTED = Schema.object()
            .needs("processed_count", Schema.whole())
            .needs("rejected_count", Schema.whole())
            .needs("total_received", Schema.whole())
            .needs(
                    "errors",
                    Schema.list(Schema.object()
                            .needs("row_index", Schema.whole())
                            .needs("store_code", Schema.text())
                            .needs("sku", Schema.text())
                            .needs("date", Schema.date())
                            .needs("error_code", Schema.word("UNKNOWN_STORE", "UNKNOWN_PRODUCT", "UNKNOWN_DATE"))
                            .needs("error_message", Schema.text())))
            .needs("duration_ms", Schema.amount());

    private final ServedDatabase database;
    private final Operations operations;

    public IngestEndpoint(ServedDatabase database, Operations operations) {
        this.database = database;
        this.operations = operations;
    }

    public List<Endpoint> all() {
        return List.of(Endpoint.post(
                        "/ingest/sales-daily", "Takes sales of others", RECORDS, Form.json(200, INGESTED), this::ingest)
                .upTo(MAX_BODY_BYTES));
    }

    private Answer ingest(Call call) throws Exception {
        database.environment().productionGuard().check("ingest");
        database.status();
        SalesIngest ingest = new SalesIngest(database.target(), call.body().get("records"));
        int count = call.body().get("records").size();
        Operation operation = operations.start("ingest", call.client(), Map.of("records", count), new Work() {
            @Override
            public String opening() {
                return "Started: " + Numbers.counted(count, "record") + " come in";
            }

            @Override
            public Outcome run(Progress progress) {
                return ingested(ingest, progress);
            }
        });
        operation.await();
        Problem problem = operation.problem();
        if (problem != null) {
            throw problem.asException();
        }
        return Answer.json(Objects.requireNonNull(operation.result()));
    }

    private Work.Outcome ingested(SalesIngest ingest, Progress progress) {
        long begun = System.nanoTime();
        Target target = database.target();
        List<Map<String, Object>> errors;
        try {
            errors = target.changeRecords(sql -> {
                List<Map<String, Object>> rejected = ingest.into(sql);
                progress.committing();
                return rejected;
            });
        } catch (SQLException e) {
            throw target.explain(e, true);
        } finally {
            database.forget();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("processed_count", ingest.count() - errors.size());
        json.put("rejected_count", errors.size());
        json.put("total_received", ingest.count());
        json.put("errors", errors);
        json.put("duration_ms", Math.round((System.nanoTime() - begun) / 1e4) / 1e2);
        return new Work.Outcome(
                Operation.State.COMPLETED,
                json,
                null,
                Result.done("completed", Map.of("rejected", errors.size()), List.of()),
                ingest.count() - errors.size(),
                "Complete: " + Numbers.rows(ingest.count() - errors.size()) + " taken, " + errors.size() + " rejected");
    }
}
