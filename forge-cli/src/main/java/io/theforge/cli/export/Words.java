package io.theforge.cli.export;

import io.theforge.cli.result.UsageException;
import io.theforge.export.dirt.DirtPresets;
import io.theforge.text.NearestWord;
import java.util.Iterator;
import java.util.List;

/** Words that a flag knows, for completion and for messages. */
final class Words {
    static final List<String> FORMATS = List.of("csv", "jsonl", "json", "parquet", "duckdb", "sql");
    static final List<String> LAYOUTS = List.of("tables", "series", "m5", "ingest");
    static final List<String> COMPRESSIONS = List.of("none", "gzip", "zstd");

    private Words() {}

    /** Returns the word as it is known. @param thing "format" @throws UsageException naming the nearest word */
    static String known(String flag, String given, String thing, List<String> known) {
        String word = given.strip();
        if (!known.contains(word)) {
            throw new UsageException(
                    flag,
                    "\"" + word + "\" is no " + thing,
                    NearestWord.of(word, known)
                                    .map(nearest -> "did you mean " + nearest + "? There are ")
                                    .orElse("there are ")
                            + String.join(", ", known));
        }
        return word;
    }

    /** Formats, for completion. */
    static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return FORMATS.iterator();
        }
    }

    /** Layouts, for completion. */
    static final class LayoutNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return LAYOUTS.iterator();
        }
    }

    /** Compressions, for completion. */
    static final class CompressionNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return COMPRESSIONS.iterator();
        }
    }

    /** Sets of dirt, for completion. */
    static final class PresetNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return DirtPresets.NAMES.iterator();
        }
    }
}
