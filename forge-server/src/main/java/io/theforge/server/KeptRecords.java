package io.theforge.server;

import io.theforge.cli.command.Context;
import io.theforge.cli.console.AuditLog;
import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Result;
import io.theforge.server.http.Problem;
import io.theforge.server.metrics.Metrics;
import io.theforge.server.operation.Operation;
import io.theforge.server.operation.Records;
import io.theforge.server.operation.Work;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operations are logged and audited as those of the command line, with the client's address, and counted. */
record KeptRecords(Context context, String database, Metrics metrics) implements Records {

    @Override
    public Kept begin(Operation operation) {
        Map<String, Object> json = operation.json();
        Object client = Objects.requireNonNull(json.get("client"));
        Path file = context.auditLog();
        @Nullable AuditLog audit = file == null ? null : AuditLog.open(file, operation.kind(), List.of());
        if (audit != null) {
            audit.put("client", client);
            audit.put("parameters", Objects.requireNonNull(json.get("parameters")));
            audit.begin(database, context.environment());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("database", database);
        fields.put("client", client);
        context.console().event(operation.kind(), "started", fields);
        return (ended, outcome) -> end(ended, outcome, audit, client);
    }

    private void end(Operation operation, Work.Outcome outcome, @Nullable AuditLog audit, Object client) {
        Result told = outcome.told() == null ? failed(Objects.requireNonNull(outcome.problem())) : outcome.told();
        String word = operation.state().word();
        metrics.operation(operation.kind(), word, outcome.rows(), operation.seconds());
        String unkept = audit == null ? null : audit.end(told, operation.seconds());
        if (unkept != null) {
            context.console().warn(unkept);
        }
        Map<String, Object> fields = new LinkedHashMap<>(told.details());
        fields.put("client", client);
        fields.put("seconds", operation.seconds());
        Failure failure = told.failure();
        if (failure != null) {
            fields.putAll(failure.asJson());
        }
        context.console().event(operation.kind(), word, fields);
        if (!context.console().jsonLog()) {
            context.console()
                    .tell(operation.kind() + " for " + client + ": " + word + ", " + Numbers.rows(outcome.rows())
                            + " in " + Numbers.seconds(operation.seconds())
                            + (failure == null ? "" : ": " + failure.message()));
        }
    }

    private static Result failed(Problem problem) {
        boolean refused = problem.status() == 403 || problem.status() == 409;
        return Result.failed(new Failure(
                refused ? Exit.REFUSED : Exit.FAILED, problem.code(), null, problem.detail(), problem.remedy()));
    }
}
