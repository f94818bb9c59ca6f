package io.theforge.rag.agent.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table promotion.
 *
 * @param store its code, null chain-wide
 * @param percent 15 for 15 % off, null where an amount is taken off
 */
public record Promotion(
        String sku,
        @Nullable String store,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal amount,
        LocalDate start,
        LocalDate end) {}
