package io.theforge.server.dataset;

import io.theforge.cli.dataset.Summary;
import io.theforge.cli.input.Settings;
import io.theforge.cli.result.Json;
import io.theforge.cli.result.Numbers;
import io.theforge.config.ConfigWriter;
import io.theforge.config.Overrides;
import io.theforge.database.Warehouse;
import io.theforge.database.append.AppendRequest;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import io.theforge.database.report.Progress;
import io.theforge.plan.Plan;
import io.theforge.server.http.Call;
import io.theforge.server.http.Problem;
import io.theforge.server.operation.Operation;
import io.theforge.server.operation.Operations;
import io.theforge.server.operation.Work;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What writes: guarded and confirmed as on the command line, then started. */
public final class Writes {
    private final ServedDatabase database;
    private final Operations operations;
    private final Backups backups;

    public Writes(ServedDatabase database, Operations operations) {
        this.database = database;
        this.operations = operations;
        backups = new Backups(database);
    }

    /** What an operation has been asked to do, or would do. @param plan null where it has been started */
    record Asked(@Nullable Operation operation, @Nullable OperationReport plan) {}

    /** What is written, once nothing speaks against it. */
    private interface Writing {
        /** @param result takes fields beside those of every operation */
        OperationReport write(Progress progress, Map<String, Object> result);
    }

    /** The dataset of an earlier run goes, this one comes. */
    Asked generate(Call call) throws Exception {
        guard(call, "full-new");
        Settings settings = Wanted.of(call, database.environment(), database.operational());
        Plan plan = settings.plan();
        Warehouse warehouse = call.yes("truth") ? database.warehouse().withTruth() : database.warehouse();
        if (call.yes("dry_run") || !isConfirmed(call)) {
            return planned(
                    call,
                    "it replaces the dataset that is there",
                    alone(() -> settings.located(() -> warehouse.planFullNew(plan))));
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("configuration", ConfigWriter.toYaml(settings.config()));
        String what = Numbers.counted(plan.stores().size(), "store") + ", "
                + Numbers.counted(plan.products().size(), "product") + ", "
                + settings.config().dateRange().start() + " to "
                + settings.config().dateRange().end();
        return start(
                call,
                "full-new",
                parameters,
                "Started: " + what,
                (progress, result) ->
                        settings.located(() -> warehouse.fullNew(plan, settings.operational(), progress)));
    }

    /** More days come. */
    Asked append(Call call) throws Exception {
        guard(call, "append");
        Long first = Overrides.fromEnvironment(name -> name.equals("SEEDER_DEFAULT_SEED")
                        ? database.environment().get(name)
                        : null)
                .seed();
        AppendRequest request = new AppendRequest(
                call.date("start_date"),
                call.date("end_date"),
                call.whole("seed"),
                isConfirmed(call),
                first == null ? AppendRequest.FIRST_SEED : first);
        if (request.start() != null && request.end() != null && request.end().isBefore(request.start())) {
            throw Problem.field("end_date", "is before start_date").asException();
        }
        OperationReport plan = alone(() -> database.warehouse().planAppend(request));
        if (call.yes("dry_run") || plan.outcome() == Outcome.UNCHANGED) {
            return new Asked(null, plan);
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        call.body().properties().forEach(field -> parameters.put(field.getKey(), field.getValue()));
        Asked asked = start(
                call,
                "append",
                parameters,
                "Started: more days",
                (progress, result) -> database.warehouse().append(request, database.operational(), progress));
        if (!isConfirmed(call)) {
            refuseUnconfirmed(Objects.requireNonNull(asked.operation()));
        }
        return asked;
    }

    /** Whether rows that are there would change is known under the locks alone, and soon where they would. */
    private static void refuseUnconfirmed(Operation operation) throws InterruptedException {
        operation.await();
        Problem problem = operation.problem();
        if (problem != null) {
            throw problem.asException();
        }
    }

    /** What earlier runs made goes. */
    Asked delete(Call call) throws Exception {
        guard(call, "delete");
        Deletion deletion = new Deletion(
                Deletion.Scope.valueOf(
                        Objects.requireNonNullElse(call.text("scope"), "all").toUpperCase(Locale.ROOT)),
                false,
                null);
        String name = database.warehouse().databaseName();
        boolean named = name.equals(call.text("database"));
        OperationReport plan = alone(() -> database.warehouse().planDelete(deletion));
        if (call.yes("dry_run") || plan.outcome() == Outcome.UNCHANGED || !isConfirmed(call) || !named) {
            return planned(
                    call,
                    isConfirmed(call)
                            ? "it removes rows for good, and \"database\" is not the database's name, " + name
                            : "it removes rows for good",
                    plan);
        }
        boolean backup = call.yes("backup");
        return start(
                call,
                "delete",
                Json.object("scope", deletion.scope().word(), "backup", backup),
                "Started: deleting",
                (progress, result) -> backup
                        ? backups.delete(deletion.scope(), progress, result)
                        : database.warehouse().delete(deletion, progress));
    }

    private <T> T alone(java.util.concurrent.Callable<T> work) throws Exception {
        operations.refuseSecond();
        return database.gate().alone(work);
    }

    private void guard(Call call, String operation) {
        if (!call.yes("dry_run")) {
            database.environment().productionGuard().check(operation);
            operations.refuseSecond();
        }
    }

    private boolean isConfirmed(Call call) {
        return call.yes("confirm") || !database.environment().yes("SEEDER_REQUIRE_CONFIRM", true);
    }

    /** A dry run gets its plan; who has not confirmed gets it as the reason. */
    private Asked planned(Call call, String what, OperationReport plan) throws Exception {
        if (call.yes("dry_run") || plan.outcome() == Outcome.UNCHANGED) {
            return new Asked(null, plan);
        }
        database.refuseMarked();
        throw Problem.of(
                        409,
                        "confirmation_needed",
                        "nothing has been done: " + what,
                        "send \"confirm\": true"
                                + (plan.operation().equals("delete")
                                        ? ", and the database's name as \"database\""
                                        : ""))
                .with("plan", Summary.json(plan))
                .asException();
    }

    private Asked start(Call call, String kind, Map<String, Object> parameters, String opening, Writing writing)
            throws Exception {
        database.status(); // known, for those who ask while a file is written
        return new Asked(
                operations.start(kind, call.client(), parameters, new Work() {
                    @Override
                    public String opening() {
                        return opening;
                    }

                    @Override
                    public Outcome run(Progress progress) {
                        long begun = System.nanoTime();
                        Map<String, Object> more = new LinkedHashMap<>();
                        try {
                            return Outcomes.of(writing.write(progress, more), begun, more);
                        } finally {
                            database.forget();
                        }
                    }
                }),
                null);
    }
}
