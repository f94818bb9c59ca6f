package io.theforge.database.verify;

import io.theforge.database.Check;
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
 * @param offenders a query with the columns date, store_id, product_id (each may be NULL) and detail, one row per offence
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

    Check run(Queries queries, long rows) throws SQLException {
        long broken = queries.number("SELECT count(*) FROM (" + offenders + ") o");
        return new Check(
                name,
                broken == 0 ? Check.Status.PASSED : Check.Status.FAILED,
                broken + " of " + rows + " rows",
                law,
                broken == 0 ? List.of() : examples(queries));
    }

    private List<String> examples(Queries queries) throws SQLException {
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
