package io.theforge.sink;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.Plan;
import io.theforge.table.RowWriter;
import org.jspecify.annotations.Nullable;

/** Passes rows on to a chunk, and fingerprints and adds them up on the way. */
final class TallyWriter implements RowWriter {
    private final RowWriter next;
    private final FingerprintWriter fingerprint;
    private final TableTotals sums = new TableTotals();
    private final Runnable afterRow;

    /** @param afterRow runs after each row */
    TallyWriter(Plan plan, RowWriter next, Runnable afterRow) {
        this(new FingerprintWriter(plan), next, afterRow);
    }

    TallyWriter(FingerprintWriter fingerprint, RowWriter next, Runnable afterRow) {
        this.next = next;
        this.afterRow = afterRow;
        this.fingerprint = fingerprint;
    }

    /** What has passed so far. */
    TableTotals totals() {
        TableTotals totals = new TableTotals();
        totals.add(sums);
        totals.add(fingerprint.fingerprint());
        return totals;
    }

    @Override
    public void startRow(long ordinal) {
        next.startRow(ordinal);
        fingerprint.startRow(ordinal);
    }

    @Override
    public void store(int storeIndex) {
        next.store(storeIndex);
        fingerprint.store(storeIndex);
    }

    @Override
    public void product(int productIndex) {
        next.product(productIndex);
        fingerprint.product(productIndex);
    }

    @Override
    public void text(@Nullable String value) {
        next.text(value);
        fingerprint.text(value);
    }

    @Override
    public void date(int epochDay) {
        sums.epochDays += epochDay;
        next.date(epochDay);
        fingerprint.date(epochDay);
    }

    @Override
    public void integer(int value) {
        sums.integers += value;
        next.integer(value);
        fingerprint.integer(value);
    }

    @Override
    public void cents(long cents) {
        sums.cents += cents;
        next.cents(cents);
        fingerprint.cents(cents);
    }

    @Override
    public void real(double value) {
        next.real(value);
        fingerprint.real(value);
    }

    @Override
    public void basisPoints(int basisPoints) {
        next.basisPoints(basisPoints);
        fingerprint.basisPoints(basisPoints);
    }

    @Override
    public void bool(boolean value) {
        next.bool(value);
        fingerprint.bool(value);
    }

    @Override
    public void nothing() {
        next.nothing();
        fingerprint.nothing();
    }

    @Override
    public void endRow() {
        next.endRow();
        fingerprint.endRow();
        afterRow.run();
    }
}
