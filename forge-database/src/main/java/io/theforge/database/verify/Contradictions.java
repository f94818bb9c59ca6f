package io.theforge.database.verify;

import io.theforge.database.report.Check;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Rows that the Forge did not make and that say something else about the dataset's own products and stores: who joins the whole
 * tables finds two prices or two sales for one day. They are the host's to keep, so each is a warning with examples.
 */
final class Contradictions {
    private static final String OURS = " product_id IN (SELECT id FROM {product} p)"
            + " AND (store_id IS NULL OR store_id IN (SELECT id FROM {store} s))";

    private static final String PASSED =
            "no row that the Forge did not make is about its products in its days and stores";

    private final Queries queries;
    private final Map<Table, Long> unmanagedRows;

    /** @param unmanagedRows by table; those without any need not be asked */
    Contradictions(Queries queries, Map<Table, Long> unmanagedRows) {
        this.queries = queries;
        this.unmanagedRows = unmanagedRows;
    }

    List<Check> checks() throws SQLException {
        return List.of(
                check(
                        Table.PRICE_HISTORY,
                        "prices that the Forge did not make hold beside its own: who joins by date finds two",
                        "valid_from AS date, store_id, product_id, concat('price=', price, ' valid_to=', valid_to) AS detail",
                        "valid_to IS NULL OR valid_to >= :first_day"),
                check(
                        Table.PROMOTION,
                        "promotions that the Forge did not make run in its days: its sales know nothing of their discount",
                        "start_date AS date, store_id, product_id, concat('end_date=', end_date, ' ', name) AS detail",
                        "start_date <= :last_day AND end_date >= :first_day"),
                check(
                        Table.SALES_DAILY,
                        "sales that the Forge did not make stand among its own: its stock knows nothing of them",
                        "date, store_id, product_id, concat('quantity=', quantity) AS detail",
                        "date BETWEEN :first_day AND :last_day"),
                check(
                        Table.INVENTORY_SNAPSHOT_DAILY,
                        "snapshots that the Forge did not make stand among its own",
                        "date, store_id, product_id, concat('on_hand_qty=', on_hand_qty) AS detail",
                        "date BETWEEN :first_day AND :last_day"));
    }

    private Check check(Table table, String contradiction, String offence, String when) throws SQLException {
        String name = table.sqlName() + ".rows_of_others";
        long others = unmanagedRows.getOrDefault(table, 0L);
        if (others == 0) {
            return new Check(name, Check.Status.PASSED, "0 of 0 rows", PASSED, List.of());
        }
        String own = "{" + table.sqlName() + "}";
        String offenders = "SELECT " + offence + " FROM " + table.qualifiedName() + " t WHERE" + OURS + " AND (" + when
                + ") AND id NOT IN (SELECT id FROM " + own + " o)";
        long found = queries.number("SELECT count(*) FROM (" + offenders + ") o");
        return new Check(
                name,
                found == 0 ? Check.Status.PASSED : Check.Status.WARNING,
                found + " of " + others + " rows",
                found == 0 ? PASSED : contradiction,
                found == 0 ? List.of() : SqlCheck.examples(queries, offenders));
    }
}
