package io.theforge.cli.score;

import io.theforge.cli.command.Context;
import io.theforge.cli.command.DatabaseCommand;
import io.theforge.cli.result.Numbers;
import io.theforge.cli.result.Result;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.Warehouse;
import io.theforge.oracle.Folds;
import io.theforge.oracle.Oracle;
import io.theforge.oracle.ScoreTable;
import io.theforge.oracle.score.SeriesGroups;
import io.theforge.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code forge oracle}: the best score that anyone could reach on a dataset, beside those of simple benchmarks. */
@Command(
        description = {
            "Tells the best score that anyone could reach on the dataset.",
            "It comes from the distribution of demand, and stands beside naive, seasonal naive and moving",
            "average on the same days, by horizon, class and category.",
        },
        footer = {"./forge oracle", "./forge oracle --horizons 7,28 --folds 4"})
public final class OracleCommand extends DatabaseCommand {
    @Mixin
    private final FoldingFlags folding = new FoldingFlags();

    @Mixin
    private final OursOnlyFlag oursOnly = new OursOnlyFlag();

    @Override
    protected Result run(Context context) {
        List<Integer> horizons = folding.horizonDays();
        try (Warehouse warehouse = warehouse(context)) {
            context.console().target(warehouse.name());
            ForgeConfig config = warehouse.dataset();
            oursOnly.refuseUnmanagedRows(warehouse);
            Folds folds = folding.folds(config.dateRange(), horizons);
            Plan plan = Plan.of(config);
            OursOnlyFlag.refuseChangedSales(warehouse, plan);
            context.progress().begin("asking the oracle", null);
            ScoreTable table = Oracle.scores(plan, folds);
            context.progress().end();
            Map<String, Object> json = OracleJson.of(table, folds, config.dateRange());
            List<String> lines = ScoreText.lines(table, heading(table, folds, config.dateRange()));
            return Result.done("completed", json, lines);
        }
    }

    private static LocalDate lastKnown(DateRange range, int cutoff) {
        return range.start().plusDays(cutoff - 1L);
    }

    private static String heading(ScoreTable table, Folds folds, DateRange range) {
        List<Integer> cutoffs = folds.cutoffs();
        String days = cutoffs.size() == 1
                ? "the days after " + lastKnown(range, cutoffs.get(0))
                : "the days after " + cutoffs.size() + " cutoffs from " + lastKnown(range, cutoffs.get(0)) + " to "
                        + lastKnown(range, cutoffs.get(cutoffs.size() - 1));
        return Numbers.whole(table.groups().getOrDefault(SeriesGroups.ALL, 0L)) + " series, " + days;
    }
}
