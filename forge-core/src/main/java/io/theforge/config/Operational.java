package io.theforge.config;

/**
 * What steers the work and never a value.
 *
 * @param workers threads that make and encode rows, at least 1
 * @param batchSize rows handed over at a time where the target works in batches, at least 1
 */
public record Operational(int workers, int batchSize) {}
