package io.theforge.server.dataset;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.config.Scenarios;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.server.http.Answer;
import io.theforge.server.http.Call;
import io.theforge.server.http.Endpoint;
import io.theforge.server.http.Endpoint.Form;
import io.theforge.server.http.Problem;
import io.theforge.server.openapi.Schema;
import io.theforge.server.operation.Operation;
import io.theforge.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What a forecasting application's own seeder answers, under the same paths. */
public final class SeederEndpoints {
    /** Tables as these paths call them. */
    private static final Map<String, Table> NAMES = names();

    private static final Schema STATUS = withCounts(Schema.object())
            .needs("date_range_start", Schema.text().orNull())
            .needs("date_range_end", Schema.text().orNull())
            .needs("last_updated", Schema.moment().orNull());

    private static final Schema SCENARIOS = Schema.list(Schema.object()
            .needs("name", Schema.text())
            .needs("description", Schema.text())
            .needs("stores", Schema.whole())
            .needs("products", Schema.whole())
            .needs("start_date", Schema.date())
            .needs("end_date", Schema.date()));

    private static final Schema MADE = Schema.object()
            .needs("success", Schema.bool())
            .needs("records_created", withCounts(Schema.object()))
            .needs("duration_seconds", Schema.amount())
            .needs("message", Schema.text())
            .needs("seed", Schema.whole());

    private static final Schema DELETED = Schema.object()
            .needs("success", Schema.bool())
            .needs("records_deleted", Schema.byName(Schema.whole(0, Long.MAX_VALUE)))
            .needs("message", Schema.text())
            .needs("dry_run", Schema.bool())
            .needs("backup", Schema.text().orNull().meaning("the file with the rows, in .forge/backups"))
            .needs(
                    "restore",
                    Schema.text().orNull().meaning("the command that brings them back, in the server's folder"));

    static final Schema CONFIRM = Schema.bool().meaning("needed where rows can be removed or replaced");
    static final Schema DRY_RUN = Schema.bool().meaning("tells what would be done, and does nothing");
    static final Schema SCOPE = Schema.word("all", "facts", "dimensions").meaning("which rows go (all)");
    static final Schema DATABASE = Schema.text(1, 1000).meaning("the database's own name, as a second confirmation");

    static final Schema BACKUP = Schema.bool().meaning("first writes the rows to a file of the server's (false)");

    private final ServedDatabase database;
    private final Writes writes;

    public SeederEndpoints(ServedDatabase database, Writes writes) {
        this.database = database;
        this.writes = writes;
    }

    private static Map<String, Table> names() {
        Map<String, Table> names = new LinkedHashMap<>();
        names.put("stores", Table.STORE);
        names.put("products", Table.PRODUCT);
        names.put("calendar", Table.CALENDAR);
        names.put("sales", Table.SALES_DAILY);
        names.put("inventory", Table.INVENTORY_SNAPSHOT_DAILY);
        names.put("price_history", Table.PRICE_HISTORY);
        names.put("promotions", Table.PROMOTION);
        return names;
    }

    private static Schema withCounts(Schema object) {
        Schema all = object;
        for (String name : NAMES.keySet()) {
            all = all.needs(name, Schema.whole(0, Long.MAX_VALUE));
        }
        return all;
    }

    private static Map<String, Object> counts(ToLongFunction<Table> rows) {
        Map<String, Object> counts = new LinkedHashMap<>();
        NAMES.forEach((name, table) -> counts.put(name, rows.applyAsLong(table)));
        return counts;
    }

    public List<Endpoint> all() {
        Schema generate = Wanted.addTo(Schema.object()).may("dry_run", DRY_RUN).may("confirm", CONFIRM);
        Schema append = Schema.object()
                .may("start_date", Schema.date().orNull())
                .may("end_date", Schema.date().orNull())
                .may("seed", Schema.whole().orNull())
                .may("dry_run", DRY_RUN)
                .may("confirm", CONFIRM);
        Schema delete = Schema.object()
                .may("scope", SCOPE)
                .may("dry_run", DRY_RUN)
                .may("confirm", CONFIRM)
                .may("database", DATABASE)
                .may("backup", BACKUP);
        return List.of(
                Endpoint.get("/seeder/status", "What is in the database", Form.json(200, STATUS), call -> status()),
                Endpoint.get("/seeder/scenarios", "The presets", Form.json(200, SCENARIOS), call -> scenarios()),
                Endpoint.post(
                        "/seeder/generate",
                        "Makes a dataset",
                        generate,
                        Form.json(201, MADE),
                        call -> made(writes.generate(call))),
                Endpoint.post(
                        "/seeder/append", "Adds days", append, Form.json(201, MADE), call -> made(writes.append(call))),
                Endpoint.delete(
                        "/seeder/data", "Deletes what the Forge made", delete, Form.json(200, DELETED), this::deleted));
    }

    private Answer status() throws Exception {
        DatabaseStatus status = database.status();
        Map<String, Object> json = counts(table -> status.rows().getOrDefault(table, 0L));
        json.put("date_range_start", status.firstDay() == null ? null : DatabaseStatus.text(status.firstDay()));
        json.put("date_range_end", status.lastDay() == null ? null : DatabaseStatus.text(status.lastDay()));
        json.put(
                "last_updated",
                status.runs().isEmpty()
                        ? null
                        : status.runs().get(0).finishedAt().toString());
        return Answer.json(json);
    }

    private static Answer scenarios() {
        List<Object> scenarios = new ArrayList<>();
        for (String name : Scenarios.names()) {
            ForgeConfig config =
                    ConfigReader.resolve(null, new Overrides(null, null, null, null, null, null, name), Overrides.NONE);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("description", Scenarios.purpose(name));
            json.put("stores", config.stores().count());
            json.put("products", config.products().count());
            json.put("start_date", config.dateRange().start().toString());
            json.put("end_date", config.dateRange().end().toString());
            scenarios.add(json);
        }
        return Answer.json(scenarios);
    }

    private static Answer made(Writes.Asked asked) throws InterruptedException {
        if (asked.operation() == null) {
            OperationReport plan = Objects.requireNonNull(asked.plan());
            return Answer.json(
                    201,
                    made(
                            plan,
                            0,
                            plan.outcome() == Outcome.UNCHANGED
                                    ? "nothing to do: these days are there as they are to be"
                                    : "dry run: nothing has been written"));
        }
        Map<String, Object> result = result(asked.operation());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("success", true);
        json.put("records_created", counts(table -> count(result, table, "inserted")));
        json.put("duration_seconds", result.get("duration_seconds"));
        json.put("message", message(asked.operation()));
        json.put("seed", result.get("seed"));
        return Answer.json(201, json);
    }

    private static Map<String, Object> made(OperationReport plan, double seconds, String message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("success", true);
        json.put("records_created", counts(table -> {
            OperationReport.@Nullable TableChange change = plan.tables().get(table);
            return change == null ? 0 : change.inserted();
        }));
        json.put("duration_seconds", seconds);
        json.put("message", message);
        json.put("seed", plan.seed());
        return json;
    }

    private Answer deleted(Call call) throws Exception {
        Writes.Asked asked = writes.delete(call);
        Map<String, Object> deleted = new LinkedHashMap<>();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("success", true);
        json.put("records_deleted", deleted);
        if (asked.operation() == null) {
            OperationReport plan = Objects.requireNonNull(asked.plan());
            plan.tables().forEach((table, change) -> deleted.put(table.sqlName(), change.deleted()));
            json.put(
                    "message",
                    plan.outcome() == Outcome.UNCHANGED
                            ? "nothing to delete: there are no rows of The Forge"
                            : "dry run: nothing has been deleted");
        } else {
            Map<String, Object> result = result(asked.operation());
            Table.SEVEN.forEach(table -> deleted.put(table.sqlName(), count(result, table, "deleted")));
            json.put("message", message(asked.operation()));
            json.put("backup", result.get("backup"));
            json.put("restore", result.get("restore"));
        }
        json.put("dry_run", call.yes("dry_run"));
        json.putIfAbsent("backup", null);
        json.putIfAbsent("restore", null);
        return Answer.json(json);
    }

    private static String message(Operation operation) {
        return operation.kind() + " " + operation.state().word() + " in "
                + String.format(Locale.ROOT, "%.2f s", operation.seconds());
    }

    /** Waits for it. @throws io.theforge.server.http.ProblemException when it has not been done */
    private static Map<String, Object> result(Operation operation) throws InterruptedException {
        operation.await();
        Problem problem = operation.problem();
        if (problem != null) {
            throw problem.asException();
        }
        return Objects.requireNonNull(operation.result());
    }

    private static long count(Map<String, Object> result, Table table, String what) {
        return result.get("tables") instanceof Map<?, ?> tables
                        && tables.get(table.sqlName()) instanceof Map<?, ?> counts
                        && counts.get(what) instanceof Number number
                ? number.longValue()
                : 0;
    }
}
