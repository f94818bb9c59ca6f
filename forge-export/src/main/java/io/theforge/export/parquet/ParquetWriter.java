package io.theforge.export.parquet;

import io.theforge.config.ConfigWriter;
import io.theforge.export.copy.CopyEngine;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FormatWriter;
import io.theforge.export.layout.ExportTable;
import io.theforge.plan.Plan;
import io.theforge.sink.TableTotals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the files one by one; when the fingerprint is known at last, it gets its place in each of them. */
final class ParquetWriter implements FormatWriter {
    /** As many rows as DuckDB's own tables have in a group: large enough to be compressed well, small enough to wait in memory. */
    private static final int GROUP_ROWS = 122_880;

    private final ExportFolder folder;
    private final String options;
    private final @Nullable String configuration;
    private final List<String> paths = new ArrayList<>();

    /** @param plan whose configuration and fingerprint go into the files; null for rows that have none */
    ParquetWriter(ExportFolder folder, @Nullable Plan plan) {
        this.folder = folder;
        configuration = plan == null ? null : ConfigWriter.toYaml(plan.config());
        options = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " + GROUP_ROWS
                + (configuration == null ? "" : ", KV_METADATA " + metadata(configuration));
    }

    private static String metadata(String configuration) {
        return "{'forge.fingerprint': " + CopyEngine.quoted(Footer.UNKNOWN) + ", 'forge.configuration': "
                + CopyEngine.quoted(configuration) + "}";
    }

    @Override
    public ParquetSink open(ExportTable table, String path) throws IOException {
        Path place = folder.place(path);
        paths.add(path);
        return new ParquetSink(table.columns(), place, options);
    }

    @Override
    public void finish(@Nullable String fingerprint, Map<String, TableTotals> tables) throws IOException {
        for (String path : paths) {
            if (configuration != null) {
                Path file = folder.place(path);
                Footer.replace(Footer.UNKNOWN, fingerprint == null ? Footer.NONE : fingerprint, file);
                if (fingerprint == null) {
                    // Nor have they a configuration that makes them
                    Footer.replace(
                            configuration, " ".repeat(configuration.getBytes(StandardCharsets.UTF_8).length), file);
                }
            }
            folder.add(path);
        }
    }
}
