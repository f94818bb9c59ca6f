package io.theforge.export.formats;

import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.FormatWriter;
import io.theforge.plan.Plan;
import io.theforge.sink.TableSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of an export, by table: what every file is compared with. */
final class MemoryFormat implements FileFormat {
    final Map<String, List<List<@Nullable String>>> tables = new HashMap<>();

    @Override
    public String ending() {
        return ".none";
    }

    @Override
    public FormatWriter start(ExportFolder folder, @Nullable Plan plan, boolean isWhole) {
        return (table, path) -> {
            List<List<@Nullable String>> rows = tables.computeIfAbsent(table.name(), name -> new ArrayList<>());
            return new TableSink<Rows, IOException>() {
                @Override
                public Rows newChunk() {
                    return new Rows(table.columns());
                }

                @Override
                public void write(Rows chunk) {
                    rows.addAll(chunk.rows);
                }

                @Override
                public long finish() {
                    return rows.size();
                }

                @Override
                public void close() {}
            };
        };
    }
}
