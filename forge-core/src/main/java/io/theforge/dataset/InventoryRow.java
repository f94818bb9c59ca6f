package io.theforge.dataset;

import java.time.LocalDate;

/**
 * A row of {@code inventory_snapshot_daily}.
 *
 * @param onHandQty units on the shelf at the end of the day
 * @param onOrderQty units ordered and not yet received
 */
public record InventoryRow(LocalDate date, String storeCode, String sku, int onHandQty, int onOrderQty) {
    /** Returns whether the shelf is empty. */
    public boolean isStockout() {
        return onHandQty == 0;
    }
}
