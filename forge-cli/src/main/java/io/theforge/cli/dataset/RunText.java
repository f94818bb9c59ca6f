package io.theforge.cli.dataset;

import io.theforge.cli.result.Json;
import io.theforge.cli.result.Numbers;
import io.theforge.config.ConfigWriter;
import io.theforge.database.report.DatabaseStatus.Run;
import io.theforge.database.report.DatabaseStatus.RunRows;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a run that is recorded in the database is told. */
public final class RunText {
    private RunText() {}

    /** Facts, as comments of the file. @param again the command that makes the same rows */
    static List<String> header(Run run, String database, String again) {
        // of rows that extend unmanaged ones, the record tells by itself what makes them again
        boolean onlyComments = run.configuration().lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
        List<String> lines = new ArrayList<>(List.of(
                "# Run " + run.id() + " on " + comment(database) + ": " + run.operation() + ", " + run.outcome()
                        + ", seed " + run.seed() + ", by " + comment(run.osUser()) + " with forge " + run.version(),
                "# from " + run.startedAt() + " to " + run.finishedAt() + ", " + Numbers.whole(inserted(run))
                        + " rows inserted, " + Numbers.whole(deleted(run)) + " deleted, peak memory "
                        + Numbers.mebibytes(run.peakMemoryBytes()),
                "# fingerprint " + run.fingerprint()));
        if (!onlyComments) {
            lines.add("# made again by: " + comment(again));
        }
        return lines;
    }

    /** A name in a comment must not end its line. */
    private static String comment(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }

    static String line(Run run) {
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

    /** Returns it by the names of {@code --json}. */
    public static Map<String, Object> json(Run run) {
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
                .forEach((table, rows) -> tables.put(
                        table.sqlName(), Json.object("inserted", rows.inserted(), "deleted", rows.deleted())));
        json.put("tables", tables);
        json.put("configuration", ConfigWriter.asFile(run.configuration()));
        return json;
    }
}
