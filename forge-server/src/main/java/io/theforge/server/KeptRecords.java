package io.theforge.server;

import io.theforge.cli.command.Context;
import io.theforge.cli.console.AuditLog;
import io.theforge.cli.result.Exit;
import io.theforge.cli.result.Failure;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Result;
import io.theforge.server.http.Problem;
import io.theforge.server.metrics.Metrics;
import io.theforge.server.operation.Records;
import io.theforge.server.operation.Work;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What writes is logged and audited as the command line does, with the client's address, and counted. */
record KeptRecords(Context context, String database, Metrics metrics) implements Records {

    @Override
    public Kept begin(Writing writing) {
        Path file = context.auditLog();
        @Nullable AuditLog audit = file == null ? null : AuditLog.open(file, writing.kind(), List.of());
        if (audit != null) {
            audit.put("client", writing.client());
            audit.put("parameters", writing.parameters());
            audit.begin(database, context.environment());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("database", database);
        fields.put("client", writing.client());
        context.console().event(writing.kind(), "started", fields);
        return (outcome, seconds) -> end(writing, outcome, seconds, audit);
    }

    private void end(Writing writing, Work.Outcome outcome, double seconds, @Nullable AuditLog audit) {
        Result told = outcome.told() == null ? failed(Objects.requireNonNull(outcome.problem())) : outcome.told();
        String word = outcome.state().word();
        metrics.operation(writing.kind(), word, outcome.rows(), seconds);
        String unkept = audit == null ? null : audit.end(told, seconds);
        if (unkept != null) {
            context.console().warn(unkept);
        }
        Map<String, Object> fields = new LinkedHashMap<>(told.details());
        fields.put("client", writing.client());
        fields.put("seconds", seconds);
        Failure failure = told.failure();
        if (failure != null) {
            fields.putAll(failure.asJson());
        }
        context.console().event(writing.kind(), word, fields);
        if (writing.isTold() && !context.console().jsonLog()) {
            context.console()
                    .tell(writing.kind() + " for " + writing.client() + ": " + word + ", "
                            + Numbers.rows(outcome.rows())
                            + " in " + Numbers.seconds(seconds)
                            + (failure == null ? "" : ": " + failure.message()));
        }
    }

    private static Result failed(Problem problem) {
        boolean refused = problem.status() == 403 || problem.status() == 409;
        return Result.failed(new Failure(
                refused ? Exit.REFUSED : Exit.FAILED, problem.code(), null, problem.detail(), problem.remedy()));
    }
}
