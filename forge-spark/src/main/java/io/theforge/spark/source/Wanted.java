package io.theforge.spark.source;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.table.Column;
import io.theforge.table.Column.Role;
import io.theforge.table.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The stores, products and days that a query can want rows of. There are few of each, so that a filter on one of them is simply asked
 * about all of them.
 */
final class Wanted {
    private final Plan plan;
    private final BitSet stores;
    private final BitSet products;
    private final BitSet days;

    private Wanted(Plan plan) {
        this.plan = plan;
        stores = all(plan.stores().size());
        products = all(plan.products().size());
        days = all(plan.days());
    }

    /** What is left, as it travels to the executors. */
    record Settled(int[] stores, int[] products, BitSet days) implements Serializable {
        long pairs() {
            return (long) stores.length * products.length;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Settled that
                    && Arrays.equals(stores, that.stores)
                    && Arrays.equals(products, that.products)
                    && days.equals(that.days);
        }

        @Override
        public int hashCode() {
            return Objects.hash(Arrays.hashCode(stores), Arrays.hashCode(products), days);
        }
    }

    static Wanted all(Plan plan) {
        return new Wanted(plan);
    }

    private static BitSet all(int count) {
        BitSet all = new BitSet(count);
        all.set(0, count);
        return all;
    }

    /**
     * Leaves out what a filter rules out.
     *
     * @return whether it could; where not, everything is kept
     */
    boolean keep(Table table, Predicate filter) {
        List<String> columns = Arrays.stream(filter.references())
                .map(column -> String.join(".", column.fieldNames()))
                .distinct()
                .toList();
        if (columns.size() != 1) {
            return false;
        }
        return TableColumns.field(table, columns.get(0))
                .filter(column -> keep(table, column, filter))
                .isPresent();
    }

    private boolean keep(Table table, Column column, Predicate filter) {
        if (column.role() != Role.KEY || column.mayBeNull()) {
            // A row of all stores names none, and belongs to each of them
            return false;
        }
        return switch (column.kind()) {
            case STORE -> keepStores(filter);
            case PRODUCT -> keepProducts(filter);
            case DATE -> table.dateColumn().equals("date") && keep(days, filter, plan::epochDay);
            case TEXT -> table == Table.STORE ? keepStores(filter) : table == Table.PRODUCT && keepProducts(filter);
            default -> false;
        };
    }

    private boolean keepStores(Predicate filter) {
        return keep(stores, filter, s -> plan.stores().get(s).code());
    }

    private boolean keepProducts(Predicate filter) {
        return keep(products, filter, p -> plan.products().get(p).sku());
    }

    private static boolean keep(BitSet kept, Predicate filter, IntFunction<Object> value) {
        ValueFilter test = ValueFilter.of(filter);
        if (test == null) {
            return false;
        }
        kept.stream().filter(i -> !test.keeps(value.apply(i))).forEach(kept::clear);
        return true;
    }

    /** Returns what is left; of series, without products that are not on sale on any of the days. */
    Settled settled(Table table) {
        int[] left = products.stream()
                .filter(p -> !table.isSeries() || isOnSale(plan.products().get(p)))
                .toArray();
        return new Settled(stores.stream().toArray(), left, days);
    }

    private boolean isOnSale(Product product) {
        int first = days.nextSetBit(Math.max(0, product.launchDay()));
        return first >= 0 && first <= product.lastDay();
    }
}
