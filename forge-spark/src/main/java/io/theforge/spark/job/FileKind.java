package io.theforge.spark.job;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The formats in which Spark writes the tables. */
enum FileKind {
    PARQUET(Map.of()),
    /** As RFC 4180 has it: names in the first line, quotes doubled, NULL as nothing and an empty text in quotes. */
    CSV(Map.of(
            "header", "true", "escape", "\"", "ignoreLeadingWhiteSpace", "false", "ignoreTrailingWhiteSpace", "false")),
    ORC(Map.of()),
    /** By the user's own package. */
    DELTA(Map.of());

    private static final String DELTA_CLASS = "io.delta.sql.DeltaSparkSessionExtension";

    /** What Spark's writer is told. */
    final Map<String, String> options;

    FileKind(Map<String, String> options) {
        this.options = options;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws JobException where there is no such format, or its package is missing */
    static FileKind of(String word) {
        List<String> words = Arrays.stream(values()).map(FileKind::word).toList();
        int place = words.indexOf(word.strip().toLowerCase(Locale.ROOT));
        if (place < 0) {
            throw JobException.wrong("--format: \"" + word + "\" is no format; there are " + String.join(", ", words));
        }
        FileKind kind = values()[place];
        if (kind == DELTA && !isThere(DELTA_CLASS)) {
            throw JobException.wrong("--format: Delta's package is not there; start Spark with"
                    + " --packages io.delta:delta-spark_4.2_2.13:4.4.0 (of your Spark's version) and the two settings"
                    + " that Delta asks for");
        }
        return kind;
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
