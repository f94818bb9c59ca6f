package io.theforge.cli.score;

import io.theforge.config.model.DateRange;
import io.theforge.config.model.ForgeConfig;
import io.theforge.database.Warehouse;
import io.theforge.oracle.Folds;
import io.theforge.oracle.Oracle;
import io.theforge.oracle.ScoreTable;
import io.theforge.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code forge oracle --json} says. */
public final class OracleJson {
    private OracleJson() {}

    /**
     * Asks the oracle about the dataset in a database, over the usual days.
     *
     * @param oursOnly whether sales of others are left out
     * @throws io.theforge.database.report.RefusedException when there is none, or not all sales are its own
     */
    public static Map<String, Object> of(Warehouse warehouse, boolean oursOnly) {
        ForgeConfig config = warehouse.dataset();
        OursOnlyFlag.refuseUnmanagedRows(warehouse, oursOnly, "ours_only=true");
        Folds folds = Folds.last(config.dateRange(), null, Folds.HORIZONS);
        Plan plan = Plan.of(config);
        OursOnlyFlag.refuseChangedSales(warehouse, plan);
        return of(Oracle.scores(plan, folds), folds, config.dateRange());
    }

    static Map<String, Object> of(ScoreTable table, Folds folds, DateRange range) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("horizons", folds.horizons());
        List<String> cutoffs = folds.cutoffs().stream()
                .map(cutoff -> range.start().plusDays(cutoff - 1L).toString())
                .toList();
        json.put("cutoffs", cutoffs);
        json.putAll(ScoreText.json(table));
        return json;
    }
}
