package io.theforge.database.verify;

import io.theforge.database.record.SeriesStates;
import io.theforge.database.report.Check;
import io.theforge.database.sql.Sql;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether an append that trusts the kept states continues as one that goes through all days. */
final class SeriesStateCheck {
    private static final String NAME = "database.series_states";

    private SeriesStateCheck() {}

    static Check run(Sql sql, Plan plan, NaturalKeys keys, StockStates planned) throws SQLException {
        StockStates kept = SeriesStates.read(sql, plan, keys::storeIndex, keys::productIndex);
        if (kept == null) {
            return new Check(
                    NAME,
                    Check.Status.WARNING,
                    "not kept",
                    "where the series stand is not on record; the next append finds it out and takes longer for it",
                    List.of());
        }
        List<String> wrong = new ArrayList<>();
        for (int pair = 0; pair < plan.pairs(); pair++) {
            int[] found = state(kept, pair);
            int[] expected = state(planned, pair);
            if (!Arrays.equals(found, expected)) {
                wrong.add("store=" + keys.storeCodes().get(plan.storeOf(pair)) + " sku="
                        + keys.skus().get(plan.productOf(pair)) + " state=" + Arrays.toString(found) + " planned="
                        + Arrays.toString(expected));
            }
        }
        return new Check(
                NAME,
                wrong.isEmpty() ? Check.Status.PASSED : Check.Status.FAILED,
                wrong.size() + " of " + plan.pairs() + " series",
                wrong.isEmpty()
                        ? "every series stands where its days have led it"
                        : "an append would continue from wrong figures: empty theforge.series_state, and it finds the right ones",
                wrong.subList(0, Math.min(SqlCheck.EXAMPLES, wrong.size())));
    }

    /** On hand, overdue, on order, backlog, stockout days owed. */
    private static int[] state(StockStates states, int pair) {
        return new int[] {
            states.onHand[pair],
            states.overdue[pair],
            states.onOrder[pair],
            states.backlog[pair],
            states.owedStockoutDays[pair]
        };
    }
}
