package io.theforge.config.model;

import java.time.LocalDate;

/**
 * A later stretch of the dataset that was drawn with a seed of its own, up to the next one's start. What stores, products and
 * pairs are belongs to the configuration's seed; a segment's seed draws its noise, anomalies, gaps, stockouts, and the
 * prices and promotions of the months that begin in it.
 *
 * @param start its first day, after the dataset's first
 */
public record Segment(LocalDate start, long seed) {}
