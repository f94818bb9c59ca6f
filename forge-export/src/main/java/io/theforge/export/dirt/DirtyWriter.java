package io.theforge.export.dirt;

import io.theforge.config.model.DirtRule;
import io.theforge.export.dirt.ledger.LedgerPart;
import io.theforge.export.dirt.ledger.LedgerParts;
import io.theforge.export.file.ByteFile;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FormatWriter;
import io.theforge.export.file.RewindableChunk;
import io.theforge.export.file.Spoiled;
import io.theforge.export.layout.ExportTable;
import io.theforge.inventory.StockStates;
import io.theforge.sink.Chunk;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Spoils what another writer writes. The answer key stays clean. */
final class DirtyWriter implements FormatWriter {
    private final DirtyFormat format;
    private final FormatWriter inner;
    private final DirtySettings settings;
    private final LedgerParts ledger;
    private final boolean isNamed;
    private final String ending;
    private final DirtCounts counts = new DirtCounts();
    private final Map<String, FileDirt> files = new HashMap<>();

    /** @param isNamed whether records name their fields */
    DirtyWriter(DirtyFormat format, boolean isNamed, ExportFolder folder, FormatWriter inner, DirtySettings settings)
            throws IOException {
        this.format = format;
        this.isNamed = isNamed;
        ending = format.ending();
        folder.spoil(this::between);
        this.inner = inner;
        this.settings = settings;
        ledger = new LedgerParts(folder);
    }

    @Override
    public TableSink<? extends Chunk, IOException> open(ExportTable table, String path) throws IOException {
        if (table.isAnswerKey()) {
            return inner.open(table, path);
        }
        String file = path.substring(0, path.length() - (path.endsWith(ending) ? ending.length() : 0));
        DirtyTable dirty = DirtyTable.of(table, file, isNamed, settings);
        LedgerPart.Places places = FilePlaces.of(path);
        FileDirt ofFile = new FileDirt(dirty, path, places);
        LedgerPart part = ledger.open(table.name(), places);
        ofFile.enter(part, counts);
        files.put(path, ofFile);
        ExportTable inFile = new ExportTable(
                table.name(),
                dirty.drift().columns(table.columns()),
                table.table(),
                table.parts(),
                table.series(),
                table.withTruth());
        return new DirtySink<>(rewindable(inner.open(inFile, path)), dirty, ofFile, part, counts);
    }

    private ByteFile between(String path, ByteFile file) throws IOException {
        FileDirt dirt = files.remove(path);
        return dirt == null ? file : dirt.between(file);
    }

    /** All formats that take dirt have such chunks. */
    @SuppressWarnings("unchecked")
    private static TableSink<? extends RewindableChunk, IOException> rewindable(
            TableSink<? extends Chunk, IOException> sink) {
        return (TableSink<? extends RewindableChunk, IOException>) sink;
    }

    @Override
    public void states(StockStates atTheEnd) {
        inner.states(atTheEnd);
    }

    @Override
    public void finish(@Nullable String fingerprint, Map<String, TableTotals> tables) throws IOException {
        inner.finish(fingerprint, tables);
        ledger.finish();
    }

    @Override
    public Spoiled spoiled() {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("source", format.source());
        manifest.put("rules", format.rules().stream().map(DirtyWriter::json).toList());
        manifest.put("kinds", counts.byKind());
        manifest.put("tables", List.copyOf(counts.tables()));
        return new Spoiled(manifest, counts.tables(), format.notes());
    }

    private static Map<String, Object> json(DirtRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", rule.kind().word());
        json.put("rate", rule.rate());
        json.put("table", rule.table());
        json.put("column", rule.column());
        json.put("stores", rule.stores());
        json.put("products", rule.products());
        json.put("start", rule.start() == null ? null : rule.start().toString());
        json.put("end", rule.end() == null ? null : rule.end().toString());
        json.values().removeIf(value -> value == null || List.of().equals(value));
        return json;
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        inner.close();
    }
}
