package io.theforge.fingerprint;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import io.theforge.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The fingerprints of all tables and the one that names the dataset, in which the answer key has no part. */
public record DatasetFingerprint(Map<Table, TableFingerprint> tables) {

    public DatasetFingerprint {
        tables = new EnumMap<>(tables);
    }

    /** Returns 32 hex digits: XXH3-128 of the lines "table fingerprint" in loading order. */
    @Override
    public String toString() {
        Map<Table, String> texts = new EnumMap<>(Table.class);
        tables.forEach((table, fingerprint) -> texts.put(table, fingerprint.toString()));
        return ofTables(texts);
    }

    /** Returns the same from fingerprints as they have been recorded. The answer key has its own, and no part in this one. */
    public static String ofTables(Map<Table, String> recorded) {
        StringBuilder lines = new StringBuilder();
        Map<Table, String> inOrder = new EnumMap<>(Table.class);
        inOrder.putAll(recorded);
        inOrder.remove(Table.TRUTH_DAILY);
        inOrder.forEach((table, fingerprint) ->
                lines.append(table.sqlName()).append(' ').append(fingerprint).append('\n'));
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        HashValue128 hash = Hashing.xxh3_128().hashBytesTo128Bits(bytes, 0, bytes.length);
        return hash.toString().substring(2);
    }
}
