package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.theforge.junit.ForgeDataset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The dataset's database as a bean. A static field is filled before Spring makes its beans. With Spring Boot, make the bean in a
 * {@code @TestConfiguration}: it takes the place of the one from {@code spring.datasource}.
 */
@ExtendWith(SpringExtension.class)
@ContextConfiguration
class SpringTest {
    @ForgeDataset(scenario = "stockout_heavy", seed = 42, stores = 3, products = 5)
    private static DataSource shop;

    @Configuration
    static class Beans {
        @Bean
        DataSource dataSource() {
            return shop;
        }

        @Bean
        EmptyShelves emptyShelves(DataSource dataSource) {
            return new EmptyShelves(dataSource);
        }
    }

    @Test
    void findsTheEmptiestShelves(@Autowired EmptyShelves shelves) {
        assertEquals(5, shelves.worst(10).size());
    }
}
