package io.theforge.server.dataset;

import io.theforge.cli.dataset.RunText;
import io.theforge.cli.dataset.StatusCommand;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.openapi.Schema;
import io.theforge.server.operation.OperationEndpoints;
import io.theforge.table.Table;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is in the database, in full, and the operations that change it. */
public final class DatasetEndpoints {
    private static final Schema RUN = Schema.object()
            .needs("run_id", Schema.whole())
            .needs("operation", Schema.text())
            .needs("outcome", Schema.text())
            .needs("started_at", Schema.moment())
            .needs("finished_at", Schema.moment())
            .needs("os_user", Schema.text())
            .needs("version", Schema.text())
            .needs("seed", Schema.whole())
            .needs("fingerprint", Schema.text())
            .needs("peak_memory_bytes", Schema.whole())
            .needs(
                    "tables",
                    Schema.byName(
                            Schema.object().needs("inserted", Schema.whole()).needs("deleted", Schema.whole())))
            .needs("configuration", Schema.text().meaning("a file that makes the rows again"));

    private static final Schema DATASET = Schema.object()
            .needs("database", Schema.text().meaning("where it is, without credentials"))
            .needs("database_name", Schema.text().meaning("what a deletion asks for"))
            .needs(
                    "command_flag",
                    Schema.text().meaning("what leads ./forge there from the server's folder, may be empty"))
            .needs("may_write", Schema.bool().meaning("whether this client has the token"))
            .needs("production", Schema.bool().meaning("whether the environment refuses everything that writes"))
            .needs("marked_as_production", Schema.bool())
            .needs("exists", Schema.bool())
            .needs(
                    "tables",
                    Schema.byName(Schema.object()
                            .needs("rows", Schema.whole())
                            .needs("managed_rows", Schema.whole().meaning("those of the Forge"))))
            .needs(
                    "date_range",
                    Schema.object()
                            .needs("start", Schema.text())
                            .needs("end", Schema.text())
                            .orNull())
            .needs("rows_of_others", Schema.whole().meaning("in these tables"))
            .needs("truth", Schema.bool().meaning("whether the answer key is there"))
            .needs("scenario", Schema.text().orNull().meaning("the preset that the dataset began with"))
            .needs("seed", Schema.whole().orNull())
            .needs(
                    "made_by",
                    Schema.text()
                            .orNull()
                            .meaning(
                                    "a command that makes the rows again, with the same fingerprint; null where some have"
                                            + " been deleted, or go on from rows of others"))
            .needs(
                    "verified",
                    VerifyEndpoint.LAST.meaning(
                            "what POST /seeder/verify has found last, as long as nothing has changed since"))
            .needs("fingerprint", Schema.text().orNull())
            .needs("differences_from_record", Schema.list(Schema.text()))
            .needs("last_run", RUN.orNull());

    private static final Schema ASKED = Schema.object()
            .needs("operation", OperationEndpoints.OPERATION.orNull().meaning("what has been started"))
            .needs(
                    "plan",
                    Schema.object().open().orNull().meaning("what a dry run would do, or that nothing is to be done"));

    private final ServedDatabase database;
    private final Writes writes;
    private final Predicate<HttpServletRequest> mayWrite;

    /** @param mayWrite whether a client has the token */
    public DatasetEndpoints(ServedDatabase database, Writes writes, Predicate<HttpServletRequest> mayWrite) {
        this.database = database;
        this.writes = writes;
        this.mayWrite = mayWrite;
    }

    public List<Endpoint> all() {
        Schema generate = Wanted.withFile(Schema.object())
                .may("truth", Schema.bool().meaning("with the truth behind every row"))
                .may("dry_run", SeederEndpoints.DRY_RUN)
                .may("confirm", SeederEndpoints.CONFIRM);
        Schema append = Schema.object()
                .may("start_date", Schema.date().orNull())
                .may("end_date", Schema.date().orNull())
                .may("seed", Schema.whole().orNull())
                .may("dry_run", SeederEndpoints.DRY_RUN)
                .may("confirm", SeederEndpoints.CONFIRM);
        Schema delete = Schema.object()
                .may("scope", SeederEndpoints.SCOPE)
                .may("dry_run", SeederEndpoints.DRY_RUN)
                .may("confirm", SeederEndpoints.CONFIRM)
                .may("database", SeederEndpoints.DATABASE)
                .may("backup", SeederEndpoints.BACKUP);
        Form started = Form.json(202, ASKED);
        String operations = "/api/v1/operations/";
        return List.of(
                Endpoint.get(
                        "/api/v1/dataset", "What is in the database, in full", Form.json(200, DATASET), this::dataset),
                Endpoint.get(
                        "/api/v1/runs",
                        "Recorded runs, the newest first",
                        Form.json(200, Schema.list(RUN)),
                        call -> Answer.json(database.status().runs().stream()
                                .map(RunText::json)
                                .toList())),
                Endpoint.post(
                                operations + "generate",
                                "Starts making a dataset",
                                generate,
                                started,
                                call -> asked(writes.generate(call)))
                        .upTo(2 * Wanted.MAX_CONFIG_CHARACTERS),
                Endpoint.post(
                        operations + "append",
                        "Starts adding days",
                        append,
                        started,
                        call -> asked(writes.append(call))),
                Endpoint.post(
                        operations + "delete", "Starts deleting", delete, started, call -> asked(writes.delete(call))));
    }

    private Answer dataset(Call call) throws Exception {
        DatabaseStatus status = database.status();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", database.url().display());
        json.put("database_name", database.warehouse().databaseName());
        json.put("command_flag", database.commandFlag());
        json.put("may_write", mayWrite.test(call.request()));
        json.put("production", database.isProduction());
        json.putAll(StatusCommand.json(status));
        json.remove("runs");
        json.put("rows_of_others", sum(status.rows()) - sum(status.managedRows()));
        json.put("truth", Recipe.hasTruth(status));
        Recipe recipe = database.recipe(status);
        json.put("scenario", recipe.scenario());
        json.put("seed", recipe.seed());
        json.put("made_by", recipe.command());
        json.put("verified", VerifyEndpoint.json(database.verified(status)));
        json.put(
                "last_run",
                status.runs().isEmpty() ? null : RunText.json(status.runs().get(0)));
        return Answer.json(json);
    }

    private static long sum(Map<Table, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Answer asked(Writes.Asked asked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "operation",
                asked.operation() == null ? null : asked.operation().json());
        json.put("plan", asked.plan() == null ? null : io.theforge.cli.dataset.Summary.json(asked.plan()));
        return Answer.json(202, json);
    }
}
