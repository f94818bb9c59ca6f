package io.theforge.cli;

import io.theforge.database.Warehouse;
import io.theforge.database.delete.Deletion;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.database.report.PeakMemory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code --delete}: what earlier runs made goes, all of it or the facts alone, or nothing happens. */
final class Delete {
    private final Job job;
    private final Console console;
    private final Flags.Deleting flags;

    Delete(Job job) {
        this.job = job;
        console = job.console();
        flags = job.flags().deleting;
    }

    /** @param arguments as they were given, for the command that would do it */
    Result run(String... arguments) {
        Deletion deletion = new Deletion(scope(), job.flags().work.includeUnmanaged, path("--backup", flags.backup));
        boolean dryRun = job.flags().work.dryRun;
        try (Warehouse warehouse = job.warehouse()) {
            boolean confirmationRequired = job.environment().yes("SEEDER_REQUIRE_CONFIRM", true);
            console.target(warehouse.name());
            if (!dryRun) {
                job.environment().productionGuard().check("--delete");
            }
            // rows of others are never taken on the word of a setting
            boolean confirmed = job.flags().work.confirm || !deletion.includeUnmanaged() && !confirmationRequired;
            if (!dryRun && confirmed) {
                return carriedOut(warehouse, withBackupOffered(warehouse, deletion));
            }
            OperationReport plan = warehouse.planDelete(deletion);
            if (dryRun) {
                return planned(plan, deletion);
            }
            if (plan.outcome().word().equals("unchanged")) {
                return unchanged(plan, deletion);
            }
            return Confirmation.needed(
                    plan, "--delete removes " + Numbers.rows(deleted(plan)) + " for good", arguments);
        }
    }

    private Deletion.Scope scope() {
        String given = flags.scope;
        if (given == null) {
            return Deletion.Scope.ALL;
        }
        return Arrays.stream(Deletion.Scope.values())
                .filter(scope -> scope.word().equals(given.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--scope", "\"" + given + "\" is no scope", "give all, facts or dimensions"));
    }

    private @Nullable Path path(String place, @Nullable String file) {
        if (file == null) {
            return null;
        }
        if (file.isBlank()) {
            throw new UsageException(place, "names no file", "name one that does not exist yet, such as shop.sql.gz");
        }
        try {
            return job.here().workingDirectory().resolve(file);
        } catch (InvalidPathException e) {
            throw new UsageException(place, "cannot be the name of a file: " + e.getReason(), "name another");
        }
    }

    /** Asks only where somebody sits who can answer. */
    private Deletion withBackupOffered(Warehouse warehouse, Deletion deletion) {
        Surroundings.Asking asking = job.here().asking();
        if (asking == null || deletion.backup() != null || job.flags().show.json) {
            return deletion;
        }
        OperationReport plan = warehouse.planDelete(deletion);
        if (plan.outcome().word().equals("unchanged")) {
            return deletion;
        }
        String answer = asking.ask("forge: " + Numbers.rows(deleted(plan))
                + " will be deleted. A file to write them to first, or nothing for no backup: ");
        return answer == null || answer.isBlank()
                ? deletion
                : new Deletion(deletion.scope(), deletion.includeUnmanaged(), path("backup", answer.strip()));
    }

    private Result planned(OperationReport plan, Deletion deletion) {
        List<String> lines = new ArrayList<>(Summary.changes(plan));
        lines.add("");
        lines.add(
                plan.outcome().word().equals("unchanged")
                        ? nothing(deletion) + "; dry run: nothing has been written"
                        : "dry run: nothing has been written or deleted");
        return Result.done("planned", json(plan, deletion), lines);
    }

    private Result unchanged(OperationReport report, Deletion deletion) {
        Map<String, Object> json = json(report, deletion);
        console.event("unchanged", json);
        List<String> lines = new ArrayList<>(List.of(nothing(deletion)));
        if (report.unmanagedRows() > 0) {
            lines.add(Summary.unmanaged(report));
        }
        return Result.done("unchanged", json, lines);
    }

    private static String nothing(Deletion deletion) {
        return "nothing to delete: there are no rows"
                + (deletion.includeUnmanaged() ? "" : " of The Forge")
                + (deletion.scope() == Deletion.Scope.FACTS ? " in the tables of facts" : "");
    }

    private Result carriedOut(Warehouse warehouse, Deletion deletion) {
        console.event(
                "started",
                Map.of("database", warehouse.name(), "scope", deletion.scope().word()));
        OperationReport report = warehouse.delete(deletion, job.progress());
        if (report.outcome().word().equals("unchanged")) {
            return unchanged(report, deletion);
        }
        double seconds = console.seconds();
        Map<String, Object> json = json(report, deletion);
        json.put("peak_memory_bytes", PeakMemory.bytes());
        json.put("rows_per_second", Math.round(deleted(report) / Math.max(seconds, 0.001)));
        if (report.checks().stream().anyMatch(check -> check.status() == Check.Status.FAILED)) {
            Failure unsound = Unsound.failure("these checks failed", report.checks());
            return Result.failed(unsound, json, Summary.changes(report));
        }
        Map<String, Object> logged = new LinkedHashMap<>(json);
        logged.put("seconds", seconds);
        console.event("completed", logged);
        return Result.done(report.outcome().word(), json, lines(report, deletion, seconds));
    }

    private List<String> lines(OperationReport report, Deletion deletion, double seconds) {
        List<String> lines = new ArrayList<>(Summary.changes(report));
        lines.add("");
        lines.add(Numbers.rows(deleted(report)) + " deleted in " + Numbers.seconds(seconds) + ", peak memory "
                + Numbers.mebibytes(PeakMemory.bytes()));
        lines.add("run " + report.runId() + ", fingerprint of what is left " + report.fingerprint());
        lines.add("checks: " + Summary.checks(report.checks()));
        if (deletion.backup() != null) {
            lines.add("backup: " + deletion.backup());
            lines.add("this brings the rows back: gunzip -c "
                    + Shell.quote(deletion.backup().toString()) + " | " + Database.writingClient(job.url()));
        }
        lines.add("next: " + job.command("--status"));
        return lines;
    }

    private static long deleted(OperationReport report) {
        return report.tables().values().stream().mapToLong(TableChange::deleted).sum();
    }

    private static Map<String, Object> json(OperationReport report, Deletion deletion) {
        Map<String, Object> json = Summary.json(report);
        if (report.outcome().word().equals("unchanged")) {
            json.put("seed", null);
        }
        json.put("scope", deletion.scope().word());
        json.put("unmanaged_deleted", report.unmanagedDeleted());
        json.put("backup", deletion.backup() == null ? null : deletion.backup().toString());
        return json;
    }
}
