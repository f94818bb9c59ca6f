package io.theforge.sink;

import io.theforge.fingerprint.TableFingerprint;

/**
 * What went into one table: its fingerprint and sums that the database can be asked for. Parts made by several workers
 * add up.
 */
public final class TableTotals {
    private final TableFingerprint fingerprint = new TableFingerprint();

    /** Sum of all whole numbers that are neither ids nor references. */
    long integers;

    /** Sum of all amounts of money. */
    long cents;

    /** Sum of all dates, in days since 1970-01-01. */
    long epochDays;

    /** Adds another part of the same table. */
    public void add(TableTotals other) {
        fingerprint.add(other.fingerprint);
        integers += other.integers;
        cents += other.cents;
        epochDays += other.epochDays;
    }

    void add(TableFingerprint rows) {
        fingerprint.add(rows);
    }

    public TableFingerprint fingerprint() {
        return fingerprint;
    }

    public long rows() {
        return fingerprint.rows();
    }

    public long integers() {
        return integers;
    }

    public long cents() {
        return cents;
    }

    public long epochDays() {
        return epochDays;
    }
}
