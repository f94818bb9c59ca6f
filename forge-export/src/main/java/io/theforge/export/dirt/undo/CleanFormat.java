package io.theforge.export.dirt.undo;

import io.theforge.export.file.Compression;
import io.theforge.export.file.FileFormat;
import io.theforge.export.manifest.Description;
import io.theforge.export.parquet.ParquetFormat;
import io.theforge.export.text.PayloadFormat;
import io.theforge.export.text.TextFormat;
import java.util.Locale;

/** The format of an export that was spoiled. */
final class CleanFormat {
    private CleanFormat() {}

    static FileFormat of(Description asked) {
        FileFormat plain = switch (asked.format()) {
            case "csv" -> TextFormat.CSV;
            case "jsonl" -> TextFormat.JSONL;
            case "json" -> TextFormat.JSON;
            case "parquet" -> new ParquetFormat();
            default ->
                throw new UndoException(
                        "files of the format " + asked.format() + " take no dirt",
                        "name a folder that export --dirty wrote");
        };
        if (asked.compression().equals("zstd")) {
            throw new UndoException(
                    "dirt is not taken off files that zstd has compressed",
                    "export with --compress gzip, or without --compress");
        }
        return asked.layout().equals("ingest")
                ? PayloadFormat.of(plain).orElseThrow()
                : Compression.valueOf(asked.compression().toUpperCase(Locale.ROOT))
                        .of(plain);
    }
}
