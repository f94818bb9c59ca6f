package io.theforge.database.verify;

import io.theforge.config.model.SparsityConfig.AppliesTo;
import io.theforge.database.load.PlannedCounts;
import io.theforge.database.report.Check;
import io.theforge.plan.Plan;
import io.theforge.series.GapCause;
import io.theforge.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells rows that are missing on purpose, by their cause, from those that should be there. */
final class GapCheck {
    private GapCheck() {}

    static Check of(Table table, Plan plan, PlannedCounts planned, MissingRows rows) {
        boolean hasGaps = table == Table.SALES_DAILY || plan.config().sparsity().appliesTo() == AppliesTo.ALL;
        Map<String, Long> counts = new LinkedHashMap<>();
        List<String> causes = new ArrayList<>();
        long onPurpose = 0;
        for (GapCause cause : GapCause.values()) {
            long days = hasGaps ? planned.gapDays(cause) : 0;
            String name = cause.name().toLowerCase(Locale.ROOT);
            counts.put(name, days);
            onPurpose += days;
            if (days > 0) {
                causes.add(days + " " + name);
            }
        }
        counts.put("without_cause", rows.missing());
        counts.put("not_planned", rows.notPlanned());
        boolean passed = rows.missing() == 0 && rows.notPlanned() == 0;
        return new Check(
                table.sqlName() + ".gaps",
                passed ? Check.Status.PASSED : Check.Status.FAILED,
                rows.missing() + " rows missing, " + onPurpose + " left out on purpose"
                        + (causes.isEmpty() ? "" : " (" + String.join(", ", causes) + ")"),
                passed ? "what is not there is left out by the configuration" : wrong(rows),
                rows.examples(),
                counts);
    }

    private static String wrong(MissingRows rows) {
        List<String> parts = new ArrayList<>();
        if (rows.missing() > 0) {
            parts.add(rows.missing() + " should be there and no gap of the configuration explains them");
        }
        if (rows.notPlanned() > 0) {
            parts.add(rows.notPlanned() + " are there that the configuration leaves out");
        }
        return String.join("; ", parts);
    }
}
