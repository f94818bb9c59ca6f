package io.theforge.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Another class with the dataset of {@link Readers}, whose first test leaves a connection open. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.SAME_THREAD)
class OtherReaders {
    private static Connection left;

    @Test
    @Order(1)
    @ForgeDataset(stores = 1, products = 2)
    void leavesAConnection(DataSource shop) throws SQLException {
        left = shop.getConnection();
        Readers.SEEN.add(left.getMetaData().getURL());
    }

    @Test
    @Order(2)
    @ForgeDataset(stores = 1, products = 2)
    void hasTheDatabaseWithoutIt(Connection shop) throws SQLException {
        assertThat(left.isClosed()).isTrue();
        assertThat(Queries.number(shop, "SELECT count(*) FROM product")).isEqualTo(2);
        Readers.SEEN.add(shop.getMetaData().getURL());
    }
}
