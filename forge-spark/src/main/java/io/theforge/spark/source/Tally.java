package io.theforge.spark.source;

import io.theforge.fingerprint.TableFingerprint;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.util.AccumulatorV2;

/**
 * What the tasks of a table have made, part by part. A part that is made twice, by a speculative task or after a lost executor, is the
 * same both times, so that it counts once.
 */
public final class Tally extends AccumulatorV2<Map.Entry<Integer, String>, Map<Integer, String>> {
    private static final long serialVersionUID = 1L;

    private final TreeMap<Integer, String> parts = new TreeMap<>();
    private int expected;

    void add(int part, TableFingerprint rows) {
        add(Map.entry(part, rows.toString()));
    }

    /** Hears on the driver how many parts there are. */
    void expect(int count) {
        expected = count;
    }

    /**
     * Returns the fingerprint of the whole table.
     *
     * @throws IllegalStateException where a part is missing
     */
    public TableFingerprint total() {
        if (parts.size() != expected) {
            throw new IllegalStateException(parts.size() + " of " + expected + " parts have been made");
        }
        TableFingerprint total = new TableFingerprint();
        parts.values().forEach(part -> total.add(TableFingerprint.parse(part)));
        return total;
    }

    @Override
    public boolean isZero() {
        return parts.isEmpty();
    }

    @Override
    public Tally copy() {
        Tally copy = new Tally();
        copy.parts.putAll(parts);
        return copy;
    }

    @Override
    public void reset() {
        parts.clear();
    }

    @Override
    public void add(Map.Entry<Integer, String> part) {
        String before = parts.put(part.getKey(), part.getValue());
        if (before != null && !before.equals(part.getValue())) {
            throw new IllegalStateException("part " + part.getKey() + " was made twice, and differs");
        }
    }

    @Override
    public void merge(AccumulatorV2<Map.Entry<Integer, String>, Map<Integer, String>> other) {
        other.value().forEach((part, rows) -> add(Map.entry(part, rows)));
    }

    @Override
    public Map<Integer, String> value() {
        return parts;
    }
}
