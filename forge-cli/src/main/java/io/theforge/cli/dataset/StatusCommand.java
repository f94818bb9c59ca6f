package io.theforge.cli.dataset;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Json;
import io.theforge.cli.result.Result;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseStatus;
import io.theforge.database.report.DatabaseStatus.Run;
import io.theforge.database.report.ProductionMark;
import io.theforge.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code forge status}: what is in the database. Creates nothing where there is none. */
@Command(
        description = "Tells what is in the database: rows, dates, runs, fingerprint.",
        footer = {"./forge --status", "./forge --status --json"})
public final class StatusCommand extends DatabaseCommand {
    private static final int RUNS_SHOWN = 5;

    @Override
    protected Result run(Context context) {
        try (Warehouse warehouse = warehouse(context)) {
            context.console().target(warehouse.name());
            DatabaseStatus status = warehouse.status();
            List<String> lines = new ArrayList<>(status.exists() ? lines(status) : nothingThere());
            ProductionMark mark = status.mark();
            if (mark != null) {
                lines.add(mark.sentence());
            }
            return Result.done("completed", json(status), lines);
        }
    }

    private List<String> nothingThere() {
        return List.of("no dataset there yet; this makes one: " + command("--full-new", "--confirm"));
    }

    private static List<String> lines(DatabaseStatus status) {
        Columns columns = new Columns("table", "rows", "of The Forge");
        status.rows()
                .forEach((table, rows) ->
                        columns.add(table.sqlName(), rows, status.managedRows().getOrDefault(table, 0L)));
        List<String> lines = new ArrayList<>(columns.lines());
        lines.add("");
        String missing = Table.SEVEN.stream()
                .filter(table -> !status.rows().containsKey(table))
                .map(Table::sqlName)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            lines.add(
                    "missing: " + missing + "; as long as some of the seven tables are not there, nothing is written");
        }
        if (status.firstDay() != null && status.lastDay() != null) {
            lines.add("sales from " + DatabaseStatus.text(status.firstDay()) + " to "
                    + DatabaseStatus.text(status.lastDay()));
        }
        lines.add(dataset(status));
        lines.addAll(status.notes());
        status.runs().stream().limit(RUNS_SHOWN).forEach(run -> lines.add(line(run)));
        if (status.runs().size() > RUNS_SHOWN) {
            lines.add("and " + (status.runs().size() - RUNS_SHOWN) + " earlier runs (--json shows all)");
        }
        return lines;
    }

    private static String dataset(DatabaseStatus status) {
        if (!status.differences().isEmpty()) {
            return "the dataset on record is not there as it was made: " + String.join(", ", status.differences());
        }
        return status.fingerprint() == null ? "no dataset of The Forge" : "fingerprint " + status.fingerprint();
    }

    private static String line(Run run) {
        return "run " + run.id() + ": " + run.operation() + " " + run.outcome() + " at " + run.finishedAt() + " by "
                + run.osUser() + ", seed " + run.seed() + ", forge " + run.version();
    }

    /** Returns it by the names of {@code --json}. */
    public static Map<String, Object> json(DatabaseStatus status) {
        Map<String, Object> tables = new LinkedHashMap<>();
        for (Map.Entry<Table, Long> entry : status.rows().entrySet()) {
            Map<String, Object> table = new LinkedHashMap<>();
            table.put("rows", entry.getValue());
            table.put("managed_rows", status.managedRows().getOrDefault(entry.getKey(), 0L));
            tables.put(entry.getKey().sqlName(), table);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exists", status.exists());
        json.put("tables", tables);
        json.put("date_range", dateRange(status));
        json.put("runs", status.runs().stream().map(RunText::json).toList());
        json.put("fingerprint", status.fingerprint());
        json.put("differences_from_record", status.differences());
        json.put("marked_as_production", status.mark() != null);
        return json;
    }

    private static @Nullable Map<String, Object> dateRange(DatabaseStatus status) {
        return status.firstDay() == null || status.lastDay() == null
                ? null
                : Json.object(
                        "start", DatabaseStatus.text(status.firstDay()), "end", DatabaseStatus.text(status.lastDay()));
    }
}
