package io.theforge.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.database.sql.Sql;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyEncoderTest {
    private static final Ids IDS = new Ids(Map.of(
            Table.STORE, new Ids.Block(101, 200),
            Table.PRODUCT, new Ids.Block(501, 600),
            Table.SALES_DAILY, new Ids.Block(1_000, 2_000),
            Table.PROMOTION, new Ids.Block(1, 10)));

    @Test
    void amountsOfEveryLengthAreReadBackToTheCent() throws Exception {
        List<Long> amounts = List.of(
                0L,
                1L,
                10L,
                99L,
                100L,
                101L,
                9_999L,
                10_000L,
                999_999L,
                1_000_000L,
                1_000_001L,
                1_000_100L,
                100_000_000L,
                9_999_999_999L,
                10_000_000_000L,
                123_456_789_012L,
                999_999_999_999L,
                -1L,
                -100_000_050L);
        try (TestServer.Database database = TestServer.create();
                Connection connection = database.connect()) {
            Sql.on(connection)
                    .run("CREATE TABLE sales_daily (id int, date date, store_id int, product_id int, quantity int, "
                            + "unit_price numeric(12,2), total_amount numeric(12,2))");
            connection.setAutoCommit(false);
            try (CopyLoad load = new CopyLoad(connection, Table.SALES_DAILY, "sales_daily", IDS, false)) {
                CopyEncoder chunk = load.newChunk();
                for (int i = 0; i < amounts.size(); i++) {
                    chunk.startRow(i);
                    chunk.date((int) LocalDate.of(1999, 12, 31).toEpochDay());
                    chunk.store(2);
                    chunk.product(3);
                    chunk.integer(-i);
                    chunk.cents(amounts.get(i));
                    chunk.cents(amounts.get(i));
                    chunk.endRow();
                }
                load.write(chunk);
                assertThat(load.finish()).isEqualTo(amounts.size());
            }
            assertThat(Sql.on(connection)
                            .list(
                                    row -> row.getBigDecimal(1)
                                            .movePointRight(2)
                                            .longValueExact(),
                                    "SELECT total_amount FROM sales_daily ORDER BY id"))
                    .isEqualTo(amounts);
            // Each value is in its one normal form, without zeros left over at either end.
            assertThat(Sql.on(connection)
                            .texts(
                                    "SELECT DISTINCT concat_ws(' ', date, store_id, product_id, bool_and(quantity = 1000 - id), "
                                            + "bool_and(numeric_send(total_amount) = numeric_send(total_amount::text::numeric(12,2))))"
                                            + " FROM sales_daily GROUP BY date, store_id, product_id"))
                    .containsExactly("1999-12-31 103 504 t t");
        }
    }

    @Test
    void sharesAndNullsAndTextAreReadBack() throws Exception {
        try (TestServer.Database database = TestServer.create();
                Connection connection = database.connect()) {
            Sql.on(connection)
                    .run(
                            "CREATE TABLE promotion (id int, product_id int, store_id int, name varchar(200), "
                                    + "discount_pct numeric(5,4), discount_amount numeric(10,2), start_date date, end_date date)");
            connection.setAutoCommit(false);
            int[] shares = {0, 1, 1_500, 9_999, 10_000};
            try (CopyLoad load = new CopyLoad(connection, Table.PROMOTION, "promotion", IDS, false)) {
                CopyEncoder chunk = load.newChunk();
                for (int i = 0; i < shares.length; i++) {
                    chunk.startRow(i);
                    chunk.product(0);
                    chunk.store(-1);
                    chunk.text("Früh\tjahr \u2603 '\\");
                    chunk.basisPoints(shares[i]);
                    chunk.nothing();
                    chunk.date(19_723);
                    chunk.date(19_724);
                    chunk.endRow();
                }
                load.write(chunk);
                load.finish();
            }
            assertThat(Sql.on(connection).texts("SELECT discount_pct FROM promotion ORDER BY id"))
                    .containsExactly("0.0000", "0.0001", "0.1500", "0.9999", "1.0000");
            assertThat(Sql.on(connection)
                            .number(
                                    "SELECT count(*) FROM promotion WHERE store_id IS NULL AND discount_amount IS NULL AND name = ?"
                                            + " AND start_date = '2024-01-01' AND end_date = '2024-01-02'",
                                    "Früh\tjahr \u2603 '\\"))
                    .isEqualTo(5);
        }
    }
}
