package io.theforge.database.realism;

/**
 * Where a figure lies in real shops.
 *
 * @param source what it was measured on
 */
public record Band(double low, double high, String source) {}
