package io.theforge.database;

import io.theforge.table.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be deleted.
 *
 * @param includeUnmanaged rows that the Forge did not make go too
 * @param backup a file that does not exist yet, to which the rows are written first; null for none
 */
public record Deletion(
        Scope scope, boolean includeUnmanaged, @Nullable Path backup) {

    /** Which of the seven tables. */
    public enum Scope {
        /** All seven. */
        ALL,
        /** Sales, inventory, prices and promotions; stores, products and calendar stay. */
        FACTS,
        /** Stores, products and calendar, and with them the facts that hang on them: as much as {@link #ALL}. */
        DIMENSIONS;

        private static final List<Table> FACT_TABLES =
                List.of(Table.PRICE_HISTORY, Table.PROMOTION, Table.SALES_DAILY, Table.INVENTORY_SNAPSHOT_DAILY);

        /** In loading order. */
        public List<Table> tables() {
            return this == FACTS ? FACT_TABLES : Arrays.asList(Table.values());
        }

        /** "all", "facts", "dimensions". */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
