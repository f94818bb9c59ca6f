package io.theforge.cli.dataset;

import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Numbers;
import io.theforge.database.report.Check;
import io.theforge.database.report.OperationReport;
import io.theforge.database.report.OperationReport.TableChange;
import io.theforge.database.report.PeakMemory;
import io.theforge.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an operation that writes did, or would do, for people and for programs. */
public final class Summary {
    private Summary() {}

    /** Rows by table, before and after. */
    static List<String> changes(OperationReport report) {
        Columns columns = new Columns("table", "before", "deleted", "updated", "inserted", "after");
        for (Map.Entry<Table, TableChange> entry : report.tables().entrySet()) {
            TableChange change = entry.getValue();
            columns.add(
                    entry.getKey().sqlName(),
                    change.rowsBefore(),
                    change.deleted(),
                    change.updated(),
                    change.inserted(),
                    change.rowsAfter());
        }
        List<String> lines = new ArrayList<>(columns.lines());
        if (report.unmanagedRows() > 0) {
            lines.add(unmanaged(report));
        }
        report.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    static String unmanaged(OperationReport report) {
        return Numbers.rows(report.unmanagedRows()) + " in these tables "
                + (report.unmanagedRows() == 1 ? "is not of The Forge and stays" : "are not of The Forge and stay");
    }

    /** Rows, figures and checks of a run. */
    static List<String> ofRun(OperationReport report, double seconds) {
        List<String> lines = new ArrayList<>(changes(report));
        lines.add("");
        lines.add(Numbers.rows(inserted(report)) + " in " + Numbers.seconds(seconds) + ", "
                + Numbers.whole(rowsPerSecond(report, seconds)) + " rows/s, peak memory "
                + Numbers.mebibytes(PeakMemory.bytes()));
        lines.add("run " + report.runId() + ", seed " + report.seed() + ", fingerprint " + report.fingerprint());
        TableChange truth = report.tables().get(Table.TRUTH_DAILY);
        if (truth != null && truth.rowsAfter() > 0) {
            lines.add("answer key " + truth.fingerprint());
        }
        lines.add("checks: " + checks(report.checks()));
        return lines;
    }

    /** Returns it by the names of {@code --json}. */
    public static Map<String, Object> json(OperationReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run_id", report.runId());
        json.put("seed", report.seed());
        json.put("fingerprint", report.fingerprint());
        Map<String, Object> tables = new LinkedHashMap<>();
        report.tables().forEach((table, change) -> tables.put(table.sqlName(), json(change)));
        json.put("tables", tables);
        json.put("unmanaged_rows", report.unmanagedRows());
        json.put("checks", report.checks().stream().map(CheckText::json).toList());
        json.put("notes", report.notes());
        return json;
    }

    static long rowsPerSecond(OperationReport report, double seconds) {
        return Math.round(inserted(report) / Math.max(seconds, 0.001));
    }

    private static Map<String, Object> json(TableChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows_before", change.rowsBefore());
        json.put("rows_after", change.rowsAfter());
        json.put("inserted", change.inserted());
        json.put("updated", change.updated());
        json.put("deleted", change.deleted());
        json.put("fingerprint", change.fingerprint());
        return json;
    }

    private static long inserted(OperationReport report) {
        return report.tables().values().stream()
                .mapToLong(TableChange::inserted)
                .sum();
    }

    static String checks(List<Check> checks) {
        return checks.isEmpty() ? "skipped (--no-verify)" : CheckText.counts(checks);
    }
}
