package io.theforge.export.dirt.undo;

import io.theforge.config.model.DirtKind;
import io.theforge.export.manifest.Description;
import io.theforge.export.text.PayloadFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Files whose records follow one another: one file, or all payloads of a table.
 *
 * @param path of the clean ones, as a format opens them
 * @param files paths inside the export
 */
record DirtyFiles(String table, String path, List<String> files, Description asked) {

    boolean arePayloads() {
        return asked.layout().equals("ingest") && asked.format().equals("json");
    }

    boolean has(String file) {
        return files.contains(file);
    }

    /** Returns how many records come before a file. */
    long recordsBefore(String file) {
        return arePayloads() ? (long) files.indexOf(file) * PayloadFormat.RECORDS : 0;
    }

    Records open(Path folder, LedgerWindow ledger) throws IOException {
        boolean isUtf16 = ledger.ofFile(DirtKind.WRONG_ENCODING) != null;
        boolean hasMark = ledger.ofFile(DirtKind.BYTE_ORDER_MARK) != null;
        Path first = folder.resolve(files.get(0));
        boolean isIngest = asked.layout().equals("ingest");
        return switch (asked.format()) {
            case "csv" -> new LineRecords(new TextLines(first, isUtf16, hasMark), path, true);
            case "jsonl" ->
                isIngest
                        ? new JsonRecords(TextLines.reader(first, isUtf16, hasMark))
                        : new LineRecords(new TextLines(first, isUtf16, hasMark), path, false);
            case "json" ->
                new JsonRecords(arePayloads() ? payloads(folder) : TextLines.reader(first, isUtf16, hasMark));
            default -> new ParquetRecords(first);
        };
    }

    private Reader payloads(Path folder) throws IOException {
        List<InputStream> streams = new ArrayList<>();
        for (String file : files) {
            streams.add(Files.newInputStream(folder.resolve(file)));
        }
        return new InputStreamReader(new SequenceInputStream(Collections.enumeration(streams)), StandardCharsets.UTF_8);
    }
}
