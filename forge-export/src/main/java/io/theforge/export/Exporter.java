package io.theforge.export;

import io.theforge.database.report.Progress;
import io.theforge.export.file.FormatWriter;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.source.ExportSource.SeriesPass;
import io.theforge.inventory.StockStates;
import io.theforge.sink.Chunk;
import io.theforge.sink.SeriesOutput;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.RowWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Writes the rows of an export into its files: small tables one by one, and all that is made of a series in one pass over the series. */
final class Exporter {
    private final Export export;
    private final FormatWriter writer;
    private final boolean isOneFile;
    private final Progress progress;
    private final Map<String, TableTotals> written = new LinkedHashMap<>();

    Exporter(Export export, FormatWriter writer, Progress progress) {
        this.export = export;
        this.writer = writer;
        this.progress = progress;
        isOneFile = export.format().oneFile() != null;
    }

    /** Writes all files. @return what went into each table, by its name */
    Map<String, TableTotals> run() throws IOException {
        export.tables().forEach(table -> written.put(table.name(), new TableTotals()));
        for (ExportTable table : export.tables()) {
            int ofPart = isOneFile ? Math.max(1, table.parts().size()) : 1;
            int parts = table.parts().size() / ofPart;
            for (int part = 0; part < parts; part++) {
                progress.begin(table.name(), null);
                try (TableSink<? extends Chunk, IOException> sink = open(table, part, parts)) {
                    for (Consumer<RowWriter> rows : table.parts().subList(part * ofPart, (part + 1) * ofPart)) {
                        TableTotals totals = export.source().write(sink, rows);
                        totals(table).add(totals);
                        progress.advance(totals.rows());
                    }
                    sink.finish();
                }
                progress.end();
            }
        }
        List<ExportTable> ofSeries =
                export.tables().stream().filter(table -> table.series() != null).toList();
        if (isOneFile) {
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

    private void writeSeries(List<ExportTable> tables) throws IOException {
        String names = String.join(", ", tables.stream().map(ExportTable::name).toList());
        int[] pairs = export.source().pairs();
        progress.begin(names, (long) pairs.length * export.source().days() * tables.size());
        int ofPart = isOneFile ? pairs.length : export.source().seriesOfPart();
        int parts = Math.max(1, (pairs.length + ofPart - 1) / ofPart);
        try (SeriesPass pass = export.source().series(export.operational())) {
            for (int part = 0; part < parts; part++) {
                int[] pairsOfPart =
                        Arrays.copyOfRange(pairs, part * ofPart, Math.min((part + 1) * ofPart, pairs.length));
                writePart(pass, tables, pairsOfPart, part, parts);
            }
            StockStates states = pass.states();
            if (states != null) {
                writer.states(states);
            }
        }
        progress.end();
    }

    private void writePart(SeriesPass pass, List<ExportTable> tables, int[] pairs, int part, int parts)
            throws IOException {
        List<TableSink<? extends Chunk, IOException>> sinks = new ArrayList<>();
        List<SeriesOutput<?, IOException>> outputs = new ArrayList<>();
        try {
            for (ExportTable table : tables) {
                TableSink<? extends Chunk, IOException> sink = open(table, part, parts);
                sinks.add(sink);
                outputs.add(output(sink, table));
            }
            List<TableTotals> totals = pass.pass(pairs, outputs, progress::advance);
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
