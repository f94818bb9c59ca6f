package io.theforge.cli.export;

import io.theforge.cli.input.FlagGroup;
import io.theforge.cli.input.TextValue;
import io.theforge.cli.result.UsageException;
import io.theforge.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which files are written, and where. */
final class FileFlags implements FlagGroup {
    @Option(
            names = "--format",
            paramLabel = "NAME",
            required = true,
            completionCandidates = Words.FormatNames.class,
            description = "csv, jsonl, json, parquet, duckdb or sql")
    String format = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "the folder, which does not exist or is empty")
    String out = "";

    @Option(
            names = "--layout",
            paramLabel = "NAME",
            completionCandidates = Words.LayoutNames.class,
            description = {
                "tables: the seven; series: one long table, for forecasting libraries;",
                "m5: the competition's files; ingest: payloads for an API (tables)",
            })
    String layout = "tables";

    @Option(names = "--tables", paramLabel = "NAME,...", description = "of the layout tables: only these")
    @Nullable
    String tables;

    @Option(
            names = "--series",
            paramLabel = "N",
            description = "only so many series, evenly spread, with the stores and products they need")
    @Nullable
    String series;

    @Option(
            names = "--compress",
            paramLabel = "NAME",
            completionCandidates = Words.CompressionNames.class,
            description = "none, gzip or zstd, for csv, jsonl, json and sql (none)")
    String compress = "none";

    @Option(
            names = "--truth",
            description = {
                "also write the answer key, into the folder truth in it; with sql and duckdb",
                "into the one file",
            })
    boolean truth;

    @Option(
            names = "--dirty",
            paramLabel = "PRESET|FILE",
            completionCandidates = Words.PresetNames.class,
            description = {
                "spoil the files on purpose and say in dirt.csv where: light, feed_failures, unit_errors,",
                "encoding, schema_drift, favorita_like, or a YAML file with dirt: in it",
            })
    @Nullable
    String dirty;

    @Option(names = "--force", description = "replace an earlier export in that folder; nothing else is ever replaced")
    boolean force;

    @Override
    public String heading() {
        return "Which files";
    }

    /** Returns the folder. */
    Path folder(Path workingDirectory) {
        if (out.isBlank()) {
            throw new UsageException("--out", "names no folder", "name one that does not exist, such as shop");
        }
        return workingDirectory.resolve(out);
    }

    /** Returns how many series are wanted; null for all. */
    @Nullable
    Integer seriesCount() {
        return TextValue.read("--series", series, TextValue::count);
    }

    /** Returns the tables that are wanted, in the order of loading. */
    List<Table> chosenTables() {
        if (tables == null) {
            return Table.SEVEN;
        }
        List<String> known = Table.SEVEN.stream().map(Table::sqlName).toList();
        List<String> chosen = new ArrayList<>();
        Arrays.stream(tables.split(",", -1)).forEach(word -> chosen.add(Words.known("--tables", word, "table", known)));
        return Table.inLoadingOrder(table -> chosen.contains(table.sqlName()));
    }
}
