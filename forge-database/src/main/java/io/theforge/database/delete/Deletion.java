package io.theforge.database.delete;

import io.theforge.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be deleted.
 *
 * @param includeUnmanaged rows that the Forge did not make go too
 * @param backup a file that does not exist yet, to which the rows are written first; null for none
 */
public record Deletion(
        Scope scope, boolean includeUnmanaged, @Nullable Path backup) {

    /** Which of the seven tables; the answer key goes with the facts. */
    public enum Scope {
        /** All seven. */
        ALL,
        /** Sales, inventory, prices and promotions; stores, products and calendar stay. */
        FACTS,
        /** Stores, products and calendar, and with them the facts that hang on them: as much as {@link #ALL}. */
        DIMENSIONS;

        private static final List<Table> FACT_TABLES = Table.inLoadingOrder(table -> table.group() == Table.Group.FACT);

        /** The tables of the shop in scope, and the answer key behind them where there is one. */
        public List<Table> tables(boolean withTruth) {
            return withTruth
                    ? Stream.concat(tables().stream(), Stream.of(Table.TRUTH_DAILY))
                            .toList()
                    : tables();
        }

        /** In loading order. */
        public List<Table> tables() {
            return this == FACTS ? FACT_TABLES : Table.SEVEN;
        }

        /** "all", "facts", "dimensions". */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
