package io.theforge.cli.dataset;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.input.ConfirmFlag;
import io.theforge.cli.input.DryRunFlag;
import io.theforge.cli.input.NoVerifyFlag;
import io.theforge.cli.input.ProcessContext;
import io.theforge.cli.input.UnmanagedFlag;
import io.theforge.cli.result.DatabaseClient;
import io.theforge.cli.result.Json;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.Shell;
import io.theforge.cli.result.UsageException;
import io.theforge.database.Warehouse;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Outcome;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code forge delete}: what earlier runs made goes, all of it or the facts alone, or nothing happens. */
@Command(
        description = "Deletes what earlier runs made, and no other rows.",
        footer = {"./forge --delete --dry-run", "./forge --delete --scope facts --backup facts.sql.gz --confirm"})
public final class DeleteCommand extends DatabaseCommand {
    @Option(
            names = "--scope",
            paramLabel = "TEXT",
            completionCandidates = Scopes.class,
            description = {
                "which rows go (all)",
                "- facts: sales, inventory, prices, promotions;",
                "- dimensions: stores, products, calendar, and the facts on them;",
                "- all: all seven tables. Dates that others refer to always stay",
            })
    @Nullable
    String scope;

    @Option(
            names = "--backup",
            paramLabel = "FILE",
            description = {
                "first write the rows to this new file, SQL compressed by gzip,",
                "to be restored with gunzip -c FILE | psql URL (or | duckdb PATH)",
            })
    @Nullable
    String backup;

    @Mixin
    private final ConfirmFlag confirm = new ConfirmFlag();

    @Mixin
    private final DryRunFlag dryRun = new DryRunFlag();

    @Mixin
    private final UnmanagedFlag unmanaged = new UnmanagedFlag();

    /** Taken and without effect: a deletion always counts what it leaves. */
    @SuppressWarnings("unused")
    @Mixin
    private final NoVerifyFlag noVerify = new NoVerifyFlag();

    @Override
    protected Result run(Context context) {
        Deletion deletion = new Deletion(scope(), unmanaged.given(), path(context, "--backup", backup));
        try (Warehouse warehouse = warehouse(context)) {
            boolean confirmed = confirm.confirmed(context.environment(), deletion.includeUnmanaged());
            context.console().target(warehouse.name());
            if (!dryRun.given()) {
                context.environment().productionGuard().check("--delete");
                if (confirmed) {
                    return carriedOut(context, warehouse, withBackupOffered(context, warehouse, deletion));
                }
            }
            OperationReport plan = warehouse.planDelete(deletion);
            if (dryRun.given()) {
                return DeleteResult.planned(plan, deletion);
            }
            if (plan.outcome() == Outcome.UNCHANGED) {
                return unchanged(context, plan, deletion);
            }
            String what = "--delete removes " + Numbers.rows(DeleteResult.deleted(plan)) + " for good";
            return Confirmation.needed(plan, what, context.arguments());
        }
    }

    private Deletion.Scope scope() {
        String given = scope;
        if (given == null) {
            return Deletion.Scope.ALL;
        }
        return Arrays.stream(Deletion.Scope.values())
                .filter(each -> each.word().equals(given.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--scope", "\"" + given + "\" is no scope", "give all, facts or dimensions"));
    }

    private static @Nullable Path path(Context context, String place, @Nullable String file) {
        if (file == null) {
            return null;
        }
        if (file.isBlank()) {
            throw new UsageException(place, "names no file", "name one that does not exist yet, such as shop.sql.gz");
        }
        try {
            return context.workingDirectory().resolve(file);
        } catch (InvalidPathException e) {
            throw new UsageException(place, "cannot be the name of a file: " + e.getReason(), "name another");
        }
    }

    /** Asks only where somebody sits who can answer. */
    private static Deletion withBackupOffered(Context context, Warehouse warehouse, Deletion deletion) {
        ProcessContext.Asking asking = context.process().asking();
        if (asking == null || deletion.backup() != null || context.json()) {
            return deletion;
        }
        OperationReport plan = warehouse.planDelete(deletion);
        if (plan.outcome() == Outcome.UNCHANGED) {
            return deletion;
        }
        String answer = asking.ask("forge: " + Numbers.rows(DeleteResult.deleted(plan))
                + " will be deleted. A file to write them to first, or nothing for no backup: ");
        return answer == null || answer.isBlank()
                ? deletion
                : new Deletion(deletion.scope(), deletion.includeUnmanaged(), path(context, "backup", answer.strip()));
    }

    private Result carriedOut(Context context, Warehouse warehouse, Deletion deletion) {
        context.console()
                .event(
                        "started",
                        Json.object(
                                "database",
                                warehouse.name(),
                                "scope",
                                deletion.scope().word()));
        OperationReport report = warehouse.delete(deletion, context.progress());
        return report.outcome() == Outcome.UNCHANGED
                ? unchanged(context, report, deletion)
                : DeleteResult.done(report, deletion, context.console(), next(deletion));
    }

    private static Result unchanged(Context context, OperationReport report, Deletion deletion) {
        Result result = DeleteResult.unchanged(report, deletion);
        context.console().event("unchanged", result.details());
        return result;
    }

    private List<String> next(Deletion deletion) {
        List<String> lines = new ArrayList<>();
        if (deletion.backup() != null) {
            lines.add("backup: " + deletion.backup());
            lines.add("this brings the rows back: gunzip -c "
                    + Shell.quote(deletion.backup().toString()) + " | " + DatabaseClient.writing(url()));
        }
        lines.add("next: " + command("--status"));
        return lines;
    }

    /** Offered behind {@code --scope}. */
    static final class Scopes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Deletion.Scope.values())
                    .map(Deletion.Scope::word)
                    .iterator();
        }
    }
}
