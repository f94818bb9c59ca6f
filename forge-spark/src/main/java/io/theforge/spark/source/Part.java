package io.theforge.spark.source;

import io.theforge.table.Table;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * A part of a table: consecutive units. Of series a unit is a pair, counted store by store among those that are wanted, so that a
 * series is never cut; of the small tables a product; the stores and the calendar are one unit.
 *
 * @param number from 0
 * @param from first unit
 * @param until the unit after the last
 */
record Part(int number, long from, long until) implements InputPartition {

    /** Returns how many units a table has. */
    static long units(Table table, Wanted.Settled wanted) {
        return switch (table) {
            case STORE -> Math.min(1, wanted.stores().length);
            case CALENDAR -> Math.min(1, wanted.days().cardinality());
            case PRODUCT, PRICE_HISTORY, PROMOTION -> wanted.products().length;
            case SALES_DAILY, INVENTORY_SNAPSHOT_DAILY, TRUTH_DAILY ->
                wanted.days().isEmpty() ? 0 : wanted.pairs();
        };
    }
}
