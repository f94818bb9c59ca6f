package io.theforge.export;

import io.theforge.database.report.Progress;
import io.theforge.export.file.FormatWriter;
import io.theforge.export.layout.ExportTable;
import io.theforge.plan.Plan;
import io.theforge.sink.Chunk;
import io.theforge.sink.SeriesOutput;
import io.theforge.sink.SeriesPipeline;
import io.theforge.sink.SmallTableLoad;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the rows of an export into its files: small tables one by one, and all that is made of a series in one pass over the series. */
final class Exporter {
    private final Export export;
    private final Plan plan;
    private final FormatWriter writer;
    private final Progress progress;
    private final Map<String, TableTotals> written = new LinkedHashMap<>();

    Exporter(Export export, FormatWriter writer, Progress progress) {
        this.export = export;
        this.writer = writer;
        this.progress = progress;
        plan = export.plan();
    }

    /** Writes all files. @return what went into each table, by its name */
    Map<String, TableTotals> run() throws IOException {
        export.tables().forEach(table -> written.put(table.name(), new TableTotals()));
        for (ExportTable table : export.tables()) {
            int parts = table.parts().size();
            for (int part = 0; part < parts; part++) {
                progress.begin(table.name(), null);
                try (TableSink<? extends Chunk, IOException> sink = open(table, part, parts)) {
                    TableTotals totals = writeAtOnce(sink, table, part);
                    sink.finish();
                    totals(table).add(totals);
                    progress.advance(totals.rows());
                }
                progress.end();
            }
        }
        List<ExportTable> ofSeries =
                export.tables().stream().filter(table -> table.series() != null).toList();
        if (export.format().oneFile() != null) {
            for (ExportTable table : ofSeries) {
                writeSeries(List.of(table));
            }
        } else if (!ofSeries.isEmpty()) {
            writeSeries(ofSeries);
        }
        return written;
    }

    private TableTotals totals(ExportTable table) {
        return Objects.requireNonNull(written.get(table.name()));
    }

    private TableSink<? extends Chunk, IOException> open(ExportTable table, int part, int parts) throws IOException {
        return writer.open(table, export.path(table, part, parts));
    }

    private <C extends Chunk> TableTotals writeAtOnce(TableSink<C, IOException> sink, ExportTable table, int part)
            throws IOException {
        return SmallTableLoad.load(plan, sink, table.parts().get(part));
    }

    private void writeSeries(List<ExportTable> tables) throws IOException {
        String names = String.join(", ", tables.stream().map(ExportTable::name).toList());
        progress.begin(names, (long) export.wanted().pairs().length * plan.days() * tables.size());
        int[] pairs = export.wanted().pairs();
        int ofPart = export.format().oneFile() != null ? pairs.length : export.seriesOfPart();
        int parts = Math.max(1, (pairs.length + ofPart - 1) / ofPart);
        try (SeriesPipeline pipeline = new SeriesPipeline(
                plan, export.operational().workers(), export.operational().batchSize())) {
            for (int part = 0; part < parts; part++) {
                int[] pairsOfPart =
                        Arrays.copyOfRange(pairs, part * ofPart, Math.min((part + 1) * ofPart, pairs.length));
                writePart(pipeline, tables, pairsOfPart, part, parts);
            }
        }
        progress.end();
    }

    private void writePart(SeriesPipeline pipeline, List<ExportTable> tables, int[] pairs, int part, int parts)
            throws IOException {
        List<TableSink<? extends Chunk, IOException>> sinks = new ArrayList<>();
        List<SeriesOutput<?, IOException>> outputs = new ArrayList<>();
        try {
            for (ExportTable table : tables) {
                TableSink<? extends Chunk, IOException> sink = open(table, part, parts);
                sinks.add(sink);
                outputs.add(output(sink, table));
            }
            List<TableTotals> totals = pipeline.pass(pairs, outputs, progress::advance);
            for (int i = 0; i < tables.size(); i++) {
                totals(tables.get(i)).add(totals.get(i));
                sinks.get(i).finish();
            }
        } finally {
            for (TableSink<? extends Chunk, IOException> sink : sinks) {
                sink.close();
            }
        }
    }

    private static <C extends Chunk> SeriesOutput<C, IOException> output(
            TableSink<C, IOException> sink, ExportTable table) {
        return new SeriesOutput<>(sink, Objects.requireNonNull(table.series()), table.withTruth());
    }
}
