package io.theforge.export.dirt.undo;

import io.theforge.export.file.FormatWriter;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.manifest.ManifestTable;
import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.plan.Plan;
import io.theforge.sink.Chunk;
import io.theforge.sink.TableSink;
import java.io.IOException;
import java.nio.file.Path;

/** A table whose files are made clean, one after another. */
final class CleanTable {
    private static final int CHUNK_BYTES = 1 << 20;

    private final ExportTable table;
    private final TypedFields fields;
    private final RowOrder order;
    private final FingerprintWriter fingerprint;

    CleanTable(ExportTable table, Plan plan) {
        this.table = table;
        fields = new TypedFields(table.columns(), plan);
        order = new RowOrder(table.columns());
        fingerprint = new FingerprintWriter(plan);
    }

    void clean(DirtyFiles files, Path folder, LedgerWindow ledger, FormatWriter writer) throws IOException {
        ledger.begin(files);
        try (Records records = files.open(folder, ledger);
                TableSink<? extends Chunk, IOException> sink = writer.open(table, files.path())) {
            write(records, files, ledger, sink);
        }
    }

    private <C extends Chunk> void write(
            Records records, DirtyFiles files, LedgerWindow ledger, TableSink<C, IOException> sink) throws IOException {
        C chunk = sink.newChunk();
        CleanRows rows = new CleanRows(files.path(), table.columns(), ledger, order, (row, place) -> {
            fields.write(row, chunk, place);
            fields.write(row, fingerprint, place);
            if (chunk.size() >= CHUNK_BYTES) {
                sink.write(chunk);
                chunk.clear();
            }
        });
        rows.run(records);
        sink.write(chunk);
        sink.finish();
    }

    /** Asks whether all rows are those that were spoiled. */
    void check(ManifestTable said) {
        if (!said.fingerprint().equals(fingerprint.fingerprint().toString())) {
            throw UndoException.unknownChange("the rows of " + table.name() + " have the fingerprint "
                    + fingerprint.fingerprint() + " without what the ledger names, and had " + said.fingerprint());
        }
    }
}
