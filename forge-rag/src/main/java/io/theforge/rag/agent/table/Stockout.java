package io.theforge.rag.agent.table;

import java.time.LocalDate;

/** Days in a row on which a product was out of stock in a store. */
public record Stockout(String sku, LocalDate start, int days) {}
