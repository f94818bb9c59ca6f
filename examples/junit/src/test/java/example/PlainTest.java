package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.theforge.dataset.Dataset;
import io.theforge.dataset.InventoryRow;
import io.theforge.dataset.TruthRow;
import io.theforge.junit.ForgeDataset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Each test asks for what it needs: a database, a connection, the rows as records. */
@ForgeDataset(scenario = "stockout_heavy", seed = 42, stores = 3, products = 5, truth = true)
class PlainTest {

    @Test
    void findsTheEmptiestShelves(DataSource shop, Dataset dataset) {
        Map<String, Long> empty = dataset.inventory()
                .filter(InventoryRow::isStockout)
                .collect(Collectors.groupingBy(InventoryRow::sku, Collectors.counting()));
        String worst = new EmptyShelves(shop).worst(1).get(0);
        assertTrue(empty.values().stream().allMatch(days -> days <= empty.get(worst)));
    }

    /** What customers went without stands in no table of a real shop. */
    @Test
    void knowsWhatWasNotSold(Connection shop, Dataset dataset) throws SQLException {
        long lost = dataset.truth().mapToLong(TruthRow::unitsLost).sum();
        try (var rows = shop.createStatement().executeQuery("SELECT sum(units_lost) FROM theforge.truth_daily")) {
            rows.next();
            assertEquals(lost, rows.getLong(1));
        }
        assertTrue(lost > 0);
    }

    /** Without {@code writable} the database refuses writes; with it the test has one of its own. */
    @Test
    void doesNotWriteByAccident(DataSource shop) {
        assertThrows(RuntimeException.class, () -> new EmptyShelves(shop).writeOff("2024-03-01"));
    }

    @Test
    @ForgeDataset(stores = 2, products = 3, writable = true)
    void writesOffADay(DataSource shop) {
        assertEquals(6, new EmptyShelves(shop).writeOff("2024-03-01"));
    }
}
