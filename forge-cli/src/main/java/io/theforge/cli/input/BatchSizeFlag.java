package io.theforge.cli.input;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many rows a batch has. */
public final class BatchSizeFlag implements FlagGroup {
    private static final int MAX_BATCH_ROWS = 1_000_000;

    @Option(
            names = "--batch-size",
            paramLabel = "INTEGER",
            description = "rows per batch where the database works in batches (1000)")
    @Nullable
    String batchSize;

    /** Returns whether the flag was given. */
    boolean given() {
        return batchSize != null;
    }

    @Nullable
    Integer value() {
        return read("--batch-size", batchSize);
    }

    static @Nullable Integer read(String place, @Nullable String text) {
        return TextValue.read(place, text, value -> value.count(MAX_BATCH_ROWS));
    }
}
