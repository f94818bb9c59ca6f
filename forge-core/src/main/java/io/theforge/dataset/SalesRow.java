package io.theforge.dataset;

import java.time.LocalDate;

/**
 * A row of {@code sales_daily}.
 *
 * @param quantity units sold on the day, 0 or more
 * @param unitPriceCents what was paid for one, promotions taken off
 * @param totalCents {@code quantity * unitPriceCents}
 */
public record SalesRow(
        LocalDate date, String storeCode, String sku, int quantity, int unitPriceCents, long totalCents) {}
