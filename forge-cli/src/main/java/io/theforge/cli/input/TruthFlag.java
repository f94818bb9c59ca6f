package io.theforge.cli.input;

import io.theforge.database.Warehouse;
import picocli.CommandLine.Option;

/** Whether the answer key is written too. */
public final class TruthFlag implements FlagGroup {
    @Option(
            names = "--truth",
            description = {
                "also write the answer key, the table theforge.truth_daily:",
                "each factor of demand, what was asked for, sold and lost",
            })
    boolean truth;

    /** Returns the warehouse that writes what is asked for. */
    public Warehouse on(Warehouse warehouse) {
        return truth ? warehouse.withTruth() : warehouse;
    }
}
