package io.theforge.database.verify;

import io.theforge.database.report.Check;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A law that rows obey, as the query for those that break it.
 *
 * @param name stable, "sales_daily.price_reproduced"
 * @param law what holds, one line for people
 * @param judged the table whose rows are counted
 * @param onlyOurs false when the law binds every row, whoever made it
 * @param offenders a query with the columns date, store_id, product_id (each may be NULL) and detail, one row per offence;
 *     where the law binds every row, {@code {judged}} stands for the rows that are asked
 */
record SqlCheck(String name, String law, Table judged, boolean onlyOurs, String offenders) {
    /** Most examples that a check names. */
    static final int EXAMPLES = 5;

    /** Judges every row of the table. */
    static SqlCheck everyRow(Table judged, String name, String law, String offenders) {
        return new SqlCheck(judged.sqlName() + "." + name, law, judged, false, offenders);
    }

    /** Judges our rows of the table. */
    static SqlCheck ourRows(Table judged, String name, String law, String offenders) {
        return new SqlCheck(judged.sqlName() + "." + name, law, judged, true, offenders);
    }

    /**
     * Asks our rows, and where the law binds every row and there are others, those too: what they break is worth a warning.
     *
     * @param ours rows of the judged table that are ours
     * @param all rows of it, whoever made them
     */
    Check run(Queries queries, long ours, long all) throws SQLException {
        // where all are ours, the plain table is asked: ranges of ids would only make the server look for them
        String rows = all == ours ? judged.qualifiedName() : "{own " + judged.sqlName() + "}";
        String own = offenders.replace("{judged}", rows);
        long broken = ours == 0 ? 0 : queries.number("SELECT count(*) FROM (" + own + ") o");
        if (broken > 0) {
            return check(Check.Status.FAILED, broken + " of " + ours + " rows", law, examples(queries, own));
        }
        if (!onlyOurs && all > ours) {
            String every = offenders.replace("{judged}", judged.qualifiedName());
            long brokenByOthers = queries.number("SELECT count(*) FROM (" + every + ") o");
            if (brokenByOthers > 0) {
                return check(
                        Check.Status.WARNING,
                        brokenByOthers + " of " + all + " rows",
                        "rows that the Forge did not make break it: " + law,
                        examples(queries, every));
            }
        }
        return check(Check.Status.PASSED, "0 of " + (onlyOurs ? ours : all) + " rows", law, List.of());
    }

    private Check check(Check.Status status, String figure, String message, List<String> examples) {
        return new Check(name, status, figure, message, examples);
    }

    static List<String> examples(Queries queries, String offenders) throws SQLException {
        List<String> examples = new ArrayList<>();
        queries.forEach("""
                SELECT concat_ws(' ',
                    'date=' || CAST(o.date AS varchar),
                    'store=' || coalesce(st.code, CAST(o.store_id AS varchar)),
                    'sku=' || coalesce(p.sku, CAST(o.product_id AS varchar)),
                    o.detail) AS example
                FROM (%s) o
                LEFT JOIN store st ON st.id = o.store_id LEFT JOIN product p ON p.id = o.product_id
                ORDER BY example LIMIT """.formatted(offenders) + " " + EXAMPLES, row -> examples.add(row.getString(1)));
        return examples;
    }
}
