package io.theforge.cli.dataset;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.input.TextValue;
import io.theforge.cli.result.Result;
import io.theforge.cli.result.UsageException;
import io.theforge.config.ConfigWriter;
import io.theforge.database.Warehouse;
import io.theforge.database.report.DatabaseStatus.Run;
import io.theforge.database.report.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code forge runs show ID}: the configuration of a run. */
@Command(
        description = {"Prints the configuration of a run, as a file for --config.", "It makes the same rows again."},
        footer = "./forge runs show 1")
public final class RunsShowCommand extends DatabaseCommand {
    @Parameters(paramLabel = "ID", description = "the run's number, as ./forge runs lists it")
    String text = "";

    @Override
    protected Result run(Context context) {
        long id = new TextValue("ID", text).seed();
        try (Warehouse warehouse = warehouse(context)) {
            context.console().target(warehouse.name());
            List<Run> runs = warehouse.runs();
            if (runs.isEmpty()) {
                throw RefusedException.noDataset(warehouse.name());
            }
            Run run = runs.stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "ID", "there is no run " + id + " in this database", "see " + command("runs")));
            String again = command("--full-new", "--config", "THIS-FILE", "--confirm");
            List<String> lines = new ArrayList<>(RunText.header(run, warehouse.name(), again));
            lines.addAll(ConfigWriter.asFile(run.configuration()).lines().toList());
            return Result.done("completed", Map.of("run", RunText.json(run)), lines);
        }
    }
}
