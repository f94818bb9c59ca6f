package io.theforge.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tests that ask for the same dataset at many places, and note which database they get. */
@ForgeDataset(stores = 1, products = 2)
class Readers {
    static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @ForgeDataset(stores = 1, products = 2)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Small {}

    private static void read(Connection connection) throws SQLException {
        assertThat(Queries.number(connection, "SELECT count(*) FROM product")).isEqualTo(2);
        SEEN.add(connection.getMetaData().getURL());
    }

    @Test
    void ofTheClass(DataSource shop, Connection connection) throws SQLException {
        read(connection);
        read(shop.getConnection());
    }

    @Test
    @ForgeDataset(stores = 1, products = 2)
    void ofTheMethod(DataSource shop) throws SQLException {
        read(shop.getConnection());
    }

    @Test
    void ofTheParameter(@Small Connection shop) throws SQLException {
        read(shop);
    }

    @Nested
    @Small
    class Inside {
        @Test
        void ofAnAnnotationOfItsOwn(Connection shop) throws SQLException {
            read(shop);
        }
    }
}
