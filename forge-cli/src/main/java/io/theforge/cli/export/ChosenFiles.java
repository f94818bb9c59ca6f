package io.theforge.cli.export;

import io.theforge.cli.result.UsageException;
import io.theforge.config.model.Operational;
import io.theforge.export.Export;
import io.theforge.export.Formats;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.Layout;
import io.theforge.export.manifest.Description;
import io.theforge.export.source.DatabaseSource;
import io.theforge.table.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the flags ask for, when it goes together.
 *
 * @param tables of the seven; all of them for any layout but {@link Layout#TABLES}
 * @param series how many; null for all
 */
record ChosenFiles(
        String formatWord,
        String compression,
        Layout layout,
        List<Table> tables,
        @Nullable Integer series,
        boolean truth) {
    private static final List<String> TEXT = List.of("csv", "jsonl", "json", "sql");

    /** @throws UsageException about the first flag that does not go with the others */
    static ChosenFiles of(FileFlags flags) {
        String format = Words.known("--format", flags.format, "format", Words.FORMATS);
        String compression = Words.known("--compress", flags.compress, "compression", Words.COMPRESSIONS);
        Layout layout = Layout.valueOf(
                Words.known("--layout", flags.layout, "layout", Words.LAYOUTS).toUpperCase(Locale.ROOT));
        refuseLayout(format, layout);
        if (flags.tables != null && layout != Layout.TABLES) {
            throw new UsageException(
                    "--tables",
                    "does not go with --layout " + layout.word() + ", which has files of its own",
                    "leave it out");
        }
        if (!compression.equals("none") && (!TEXT.contains(format) || layout == Layout.INGEST)) {
            throw new UsageException(
                    "--compress",
                    layout == Layout.INGEST
                            ? "does not go with --layout ingest, whose payloads are sent as they are"
                            : "does not go with --format " + format + ", which compresses by itself",
                    "leave it out: it is for csv, jsonl, json and sql");
        }
        return new ChosenFiles(format, compression, layout, flags.chosenTables(), flags.seriesCount(), flags.truth);
    }

    private static void refuseLayout(String format, Layout layout) {
        List<String> formats = switch (layout) {
            case TABLES -> Words.FORMATS;
            case SERIES, M5 -> List.of("csv", "jsonl", "json", "parquet", "sql");
            case INGEST -> List.of("json", "jsonl");
        };
        if (!formats.contains(format)) {
            throw new UsageException(
                    "--layout",
                    layout.word() + " does not go with --format " + format,
                    "take --format " + String.join(", ", formats.subList(0, formats.size() - 1)) + " or "
                            + formats.get(formats.size() - 1));
        }
    }

    FileFormat format() {
        return Formats.of(description(""));
    }

    /** Returns the export of a database. */
    Export of(DatabaseSource source, Operational operational) {
        return new Export(source, source.tables(layout, tables, truth), format(), operational);
    }

    /** @param source where the rows come from, as {@link Description} has it */
    Description description(String source) {
        return new Description(formatWord, compression, layout.word(), series, source);
    }
}
