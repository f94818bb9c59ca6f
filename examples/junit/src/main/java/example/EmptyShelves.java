package example;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is tested: which products were sold out most often. */
public class EmptyShelves {
    private final JdbcTemplate sql;

    public EmptyShelves(DataSource shop) {
        sql = new JdbcTemplate(shop);
    }

    /** Returns SKUs, the worst first. */
    public List<String> worst(int count) {
        return sql.queryForList(
                """
                SELECT p.sku FROM inventory_snapshot_daily i JOIN product p ON p.id = i.product_id
                WHERE i.on_hand_qty = 0 GROUP BY p.sku ORDER BY count(*) DESC, p.sku LIMIT ?
                """,
                String.class,
                count);
    }

    /** Writes off what is on the shelf at the end of a day. Returns the number of rows. */
    public int writeOff(String day) {
        return sql.update("UPDATE inventory_snapshot_daily SET on_hand_qty = 0 WHERE date = CAST(? AS date)", day);
    }
}
