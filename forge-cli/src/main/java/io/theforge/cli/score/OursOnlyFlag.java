package io.theforge.cli.score;

import io.theforge.cli.input.FlagGroup;
import io.theforge.cli.result.Numbers;
import io.theforge.database.Warehouse;
import io.theforge.database.report.RefusedException;
import io.theforge.plan.Plan;
import io.theforge.series.SalesTotals;
import picocli.CommandLine.Option;

/** Which sales are scored, and what keeps them from being scored. */
final class OursOnlyFlag implements FlagGroup {
    @Option(
            names = "--ours-only",
            description = "also where sales_daily holds rows that The Forge did not make: they are left out")
    boolean oursOnly;

    /** Nobody knows the law of what others entered. */
    void refuseUnmanagedRows(Warehouse warehouse) {
        refuseUnmanagedRows(warehouse, oursOnly, "--ours-only");
    }

    /** @param words what the way out is called where it is asked for */
    static void refuseUnmanagedRows(Warehouse warehouse, boolean oursOnly, String words) {
        long unmanaged = oursOnly ? 0 : warehouse.unmanagedRows();
        if (unmanaged > 0) {
            throw new RefusedException(
                    Numbers.rows(unmanaged) + " of sales_daily in " + warehouse.name()
                            + (unmanaged == 1 ? " is" : " are")
                            + " not of The Forge, and nobody knows the truth behind them",
                    "give " + words + " to score what The Forge made and leave those out");
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
}
