package io.theforge.export.read;

import io.theforge.table.PassingWriter;
import io.theforge.table.RowWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds rows in any order against those that are made, by their keys. Rows are shared out to buckets by their keys, each bucket is summed
 * up, and only the rows of one that differs are kept: memory grows with a small part of the table.
 */
final class KeyedComparison {
    private static final int BUCKETS = 1 << 12;

    private final String table;
    private final Consumer<RowWriter> making;
    private final Supplier<RowCursor> reading;
    private final RowFields expected;
    private final RowFields actual;

    /**
     * @param making writes the rows as they should be
     * @param reading opens those that are there
     * @param expected takes a row that is made
     * @param actual takes a row that is read
     */
    KeyedComparison(
            String table,
            Consumer<RowWriter> making,
            Supplier<RowCursor> reading,
            RowFields expected,
            RowFields actual) {
        this.table = table;
        this.making = making;
        this.reading = reading;
        this.expected = expected;
        this.actual = actual;
    }

    /** Returns a row that is not as it should be; null where all are. */
    @Nullable
    String difference() {
        long[] sums = new long[BUCKETS];
        making.accept(each(() -> sums[bucket(expected)] += expected.hash()));
        try (RowCursor found = reading.get()) {
            while (found.next()) {
                found.write(actual);
                sums[bucket(actual)] -= actual.hash();
            }
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (sums[bucket] != 0) {
                return difference(bucket);
            }
        }
        return null;
    }

    private @Nullable String difference(int bucket) {
        Map<String, RowFields> missing = new HashMap<>();
        making.accept(each(() -> {
            if (bucket(expected) == bucket) {
                missing.put(expected.key(), expected.copy());
            }
        }));
        try (RowCursor found = reading.get()) {
            while (found.next()) {
                found.write(actual);
                if (bucket(actual) == bucket) {
                    RowFields wanted = missing.remove(actual.key());
                    if (wanted == null) {
                        return found.place() + " is one too many: " + actual.key();
                    }
                    int field = wanted.firstDifference(actual);
                    if (field >= 0) {
                        return RowComparison.told(found, field, actual, wanted);
                    }
                }
            }
        }
        return missing.keySet().stream()
                .sorted()
                .findFirst()
                .map(key -> table + ": a row is missing: " + key)
                .orElse(null);
    }

    private static int bucket(RowFields row) {
        return (int) (row.keyHash() >>> 32) & BUCKETS - 1;
    }

    private RowWriter each(Runnable taking) {
        return new PassingWriter(expected) {
            @Override
            public void endRow() {
                taking.run();
            }
        };
    }
}
