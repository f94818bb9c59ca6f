package io.theforge.cli.dataset;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.result.Result;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseStatus.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code forge runs}: what has been recorded in the database. */
@Command(description = "Lists the runs that are recorded in the database, newest first.", footer = "./forge runs")
public final class RunsCommand extends DatabaseCommand {

    @Override
    protected Result run(Context context) {
        try (Warehouse warehouse = warehouse(context)) {
            context.console().target(warehouse.name());
            List<Run> runs = warehouse.runs();
            List<String> lines = new ArrayList<>();
            runs.forEach(run -> lines.add(RunText.line(run)));
            lines.add(
                    runs.isEmpty()
                            ? "no run is recorded there; this makes one: " + command("--full-new", "--confirm")
                            : "its configuration: "
                                    + command(
                                            "runs",
                                            "show",
                                            String.valueOf(runs.get(0).id())));
            return Result.done(
                    "completed", Map.of("runs", runs.stream().map(RunText::json).toList()), lines);
        }
    }
}
