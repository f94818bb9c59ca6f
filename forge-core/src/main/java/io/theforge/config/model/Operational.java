package io.theforge.config.model;

/**
 * What steers the work and never a value.
 *
 * @param workers threads that make and encode rows, at least 1
 * @param batchSize rows handed over at a time where the target works in batches, at least 1
 * @param verify whether the essential checks follow an operation that writes
 */
public record Operational(int workers, int batchSize, boolean verify) {

    /** With the essential checks. */
    public Operational(int workers, int batchSize) {
        this(workers, batchSize, true);
    }
}
