package io.theforge.cli;

import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.Warehouse;
import io.theforge.database.report.RefusedException;
import io.theforge.oracle.Folds;
import io.theforge.oracle.ScoreTable;
import io.theforge.oracle.score.SeriesGroups;
import io.theforge.plan.Plan;
import io.theforge.series.SalesTotals;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code forge oracle}: the best score that anyone could reach on a dataset, beside those of simple benchmarks. */
final class Oracle {
    private static final int LONGEST_HORIZON = 366;
    private static final int MOST_FOLDS = 1000;

    private final Job job;

    Oracle(Job job) {
        this.job = job;
    }

    Result run() {
        FoldingFlags folding = job.flags().folding;
        List<Integer> horizons = horizons(folding);
        try (Warehouse warehouse = job.warehouse()) {
            job.console().target(warehouse.name());
            ForgeConfig config = warehouse.dataset();
            refuseRowsOfOthers(warehouse, folding.oursOnly);
            Folds folds = folds(folding, config.dateRange(), horizons);
            Plan plan = Plan.of(config);
            refuseChangedSales(warehouse, plan);
            job.progress().begin("asking the oracle", null);
            ScoreTable table = io.theforge.oracle.Oracle.scores(plan, folds);
            job.progress().end();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("horizons", folds.horizons());
            json.put(
                    "cutoffs",
                    folds.cutoffs().stream()
                            .map(cutoff -> lastKnown(config.dateRange(), cutoff).toString())
                            .toList());
            json.putAll(ScoreText.json(table));
            List<String> lines = ScoreText.lines(table, heading(table, folds, config.dateRange()));
            return Result.done("completed", json, lines);
        }
    }

    /** Nobody knows the law of what others entered. */
    static void refuseRowsOfOthers(Warehouse warehouse, boolean oursOnly) {
        long others = oursOnly ? 0 : warehouse.rowsOfOthers();
        if (others > 0) {
            throw new RefusedException(
                    Numbers.rows(others) + " of sales_daily in " + warehouse.name() + (others == 1 ? " is" : " are")
                            + " not of The Forge, and nobody knows the truth behind them",
                    "give --ours-only to score what The Forge made and leave those out");
        }
    }

    /** What is scored is made again from the record, so the record has to be right. */
    static void refuseChangedSales(Warehouse warehouse, Plan plan) {
        SalesTotals found = warehouse.sales();
        SalesTotals made = SalesTotals.of(plan);
        if (!found.equals(made)) {
            throw new RefusedException(
                    "sales_daily in " + warehouse.name() + " is not what was recorded any more: " + text(found)
                            + ", and it was made with " + text(made),
                    "see with --verify what has changed, or make the dataset again with --full-new");
        }
    }

    private static String text(SalesTotals sales) {
        return Numbers.rows(sales.rows()) + ", " + Numbers.whole(sales.units()) + " units";
    }

    static List<Integer> horizons(FoldingFlags folding) {
        if (folding.horizons == null) {
            return Folds.HORIZONS;
        }
        return Arrays.stream(folding.horizons.split(",", -1))
                .map(text -> new Given("--horizons", text).count(LONGEST_HORIZON))
                .toList();
    }

    private static Folds folds(FoldingFlags folding, DateRange range, List<Integer> horizons) {
        if (folding.cutoffs == null) {
            Integer count = folding.folds == null ? null : new Given("--folds", folding.folds).count(MOST_FOLDS);
            return Folds.last(range, count, horizons);
        }
        if (folding.folds != null) {
            throw new UsageException(
                    "--folds", "does not go with --cutoffs, which names the folds one by one", "give one of them");
        }
        List<LocalDate> dates = Arrays.stream(folding.cutoffs.split(",", -1))
                .map(text -> new Given("--cutoffs", text).date())
                .toList();
        return Folds.at(range, dates, horizons);
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
