package io.theforge.cli;

import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseStatus.Run;
import io.theforge.database.report.DatabaseStatus.RunRows;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code forge runs} and {@code forge runs show ID}: what has been recorded in the database. */
final class Runs {
    private final Job job;

    Runs(Job job) {
        this.job = job;
    }

    Result list() {
        try (Warehouse warehouse = job.warehouse()) {
            job.console().target(warehouse.name());
            List<Run> runs = warehouse.runs();
            List<String> lines = new ArrayList<>();
            runs.forEach(run -> lines.add(line(run)));
            lines.add(
                    runs.isEmpty()
                            ? "no run is recorded there; this makes one: " + job.command("--full-new", "--confirm")
                            : "its configuration: "
                                    + job.command(
                                            "runs",
                                            "show",
                                            String.valueOf(runs.get(0).id())));
            return Result.done(
                    "completed", Map.of("runs", runs.stream().map(Runs::json).toList()), lines);
        }
    }

    Result show() {
        String text = String.valueOf(job.flags().runId);
        long id = new Given("ID", text).seed();
        try (Warehouse warehouse = job.warehouse()) {
            job.console().target(warehouse.name());
            Run run = warehouse.runs().stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "ID", "there is no run " + id + " in this database", "see " + job.command("runs")));
            List<String> lines = new ArrayList<>(header(run, warehouse.name(), job));
            lines.addAll(run.configuration().lines().toList());
            return Result.done("completed", Map.of("run", json(run)), lines);
        }
    }

    /** Facts, as comments of the file. */
    private static List<String> header(Run run, String database, Job job) {
        // of rows that go on from those of others, the record tells by itself what makes them again
        boolean onlyComments = run.configuration().lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
        List<String> lines = new ArrayList<>(List.of(
                "# Run " + run.id() + " on " + comment(database) + ": " + run.operation() + ", " + run.outcome()
                        + ", seed " + run.seed() + ", by " + comment(run.osUser()) + " with forge " + run.version(),
                "# from " + run.startedAt() + " to " + run.finishedAt() + ", " + Numbers.whole(inserted(run))
                        + " rows inserted, " + Numbers.whole(deleted(run)) + " deleted, peak memory "
                        + Numbers.mebibytes(run.peakMemoryBytes()),
                "# fingerprint " + run.fingerprint()));
        if (!onlyComments) {
            lines.add("# made again by: " + comment(job.command("--full-new", "--config", "THIS-FILE", "--confirm")));
        }
        return lines;
    }

    /** A name in a comment must not end its line. */
    private static String comment(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }

    private static String line(Run run) {
        Duration took = Duration.between(run.startedAt(), run.finishedAt());
        return "run " + run.id() + ": " + run.operation() + " " + run.outcome() + " at "
                + run.finishedAt().truncatedTo(ChronoUnit.SECONDS) + " in " + Numbers.seconds(took.toMillis() / 1e3)
                + " by " + run.osUser() + ", seed " + run.seed() + ", " + Numbers.whole(inserted(run))
                + " rows, fingerprint "
                + run.fingerprint();
    }

    private static long inserted(Run run) {
        return run.rows().values().stream().mapToLong(RunRows::inserted).sum();
    }

    private static long deleted(Run run) {
        return run.rows().values().stream().mapToLong(RunRows::deleted).sum();
    }

    static Map<String, Object> json(Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run_id", run.id());
        json.put("operation", run.operation());
        json.put("outcome", run.outcome());
        json.put("started_at", run.startedAt().toString());
        json.put("finished_at", run.finishedAt().toString());
        json.put("os_user", run.osUser());
        json.put("version", run.version());
        json.put("seed", run.seed());
        json.put("fingerprint", run.fingerprint());
        json.put("peak_memory_bytes", run.peakMemoryBytes());
        Map<String, Object> tables = new LinkedHashMap<>();
        run.rows()
                .forEach((table, rows) ->
                        tables.put(table.sqlName(), Map.of("inserted", rows.inserted(), "deleted", rows.deleted())));
        json.put("tables", tables);
        json.put("configuration", run.configuration());
        return json;
    }
}
