package io.theforge.database.verify;

import io.theforge.database.Check;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows that the Forge did not make and that say something else about the dataset's own products and stores: who joins the whole
 * tables finds two prices or two sales for one day. They are the host's to keep, so each is a warning with examples.
 */
final class Contradictions {
    private static final String OURS = " product_id IN (SELECT id FROM {product} p)"
            + " AND (store_id IS NULL OR store_id IN (SELECT id FROM {store} s))";

    private final Queries queries;
    private final Map<Table, Long> rowsOfOthers;

    /** @param rowsOfOthers by table; those without any need not be asked */
    Contradictions(Queries queries, Map<Table, Long> rowsOfOthers) {
        this.queries = queries;
        this.rowsOfOthers = rowsOfOthers;
    }

    List<Check> checks() throws SQLException {
        List<Check> checks = new ArrayList<>();
        checks.add(check(
                Table.PRICE_HISTORY,
                "no second price holds while one of ours does",
                "valid_from AS date, store_id, product_id, concat('price=', price, ' valid_to=', valid_to) AS detail",
                "valid_to IS NULL OR valid_to >= :first_day"));
        checks.add(check(
                Table.PROMOTION,
                "no promotion runs that our sales know nothing of",
                "start_date AS date, store_id, product_id, concat('end_date=', end_date, ' ', name) AS detail",
                "start_date <= :last_day AND end_date >= :first_day"));
        checks.add(check(
                Table.SALES_DAILY,
                "no sale is entered that our stock knows nothing of",
                "date, store_id, product_id, concat('quantity=', quantity) AS detail",
                "date BETWEEN :first_day AND :last_day"));
        checks.add(check(
                Table.INVENTORY_SNAPSHOT_DAILY,
                "no second snapshot is entered",
                "date, store_id, product_id, concat('on_hand_qty=', on_hand_qty) AS detail",
                "date BETWEEN :first_day AND :last_day"));
        return checks;
    }

    private Check check(Table table, String law, String offence, String when) throws SQLException {
        String name = table.sqlName() + ".rows_of_others";
        long others = rowsOfOthers.getOrDefault(table, 0L);
        if (others == 0) {
            return new Check(name, Check.Status.PASSED, "0 of 0 rows", law, List.of());
        }
        String own = "{" + table.sqlName() + "}";
        String offenders = "SELECT " + offence + " FROM " + table.sqlName() + " t WHERE" + OURS + " AND (" + when
                + ") AND id NOT IN (SELECT id FROM " + own + " o)";
        long found = queries.number("SELECT count(*) FROM (" + offenders + ") o");
        return new Check(
                name,
                found == 0 ? Check.Status.PASSED : Check.Status.WARNING,
                found + " of " + others + " rows",
                found == 0 ? law : "rows that the Forge did not make contradict its own: " + law + " on its products",
                found == 0 ? List.of() : SqlCheck.examples(queries, offenders));
    }
}
