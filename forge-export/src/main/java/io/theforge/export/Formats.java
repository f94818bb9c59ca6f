package io.theforge.export;

import io.theforge.export.duckdb.DuckDbFormat;
import io.theforge.export.file.Compression;
import io.theforge.export.file.FileFormat;
import io.theforge.export.layout.Layout;
import io.theforge.export.manifest.Description;
import io.theforge.export.parquet.ParquetFormat;
import io.theforge.export.sql.SqlFormat;
import io.theforge.export.text.PayloadFormat;
import io.theforge.export.text.TextFormat;
import java.util.Locale;

/** The formats by their words. */
public final class Formats {
    private Formats() {}

    /** Returns the format of what was asked for, when its format, layout and compression go together. */
    public static FileFormat of(Description asked) {
        FileFormat plain = switch (asked.format()) {
            case "csv" -> TextFormat.CSV;
            case "jsonl" -> TextFormat.JSONL;
            case "json" -> TextFormat.JSON;
            case "parquet" -> new ParquetFormat();
            case "duckdb" -> new DuckDbFormat();
            case "sql" -> new SqlFormat();
            default -> throw new IllegalArgumentException("no format: " + asked.format());
        };
        return asked.layout().equals(Layout.INGEST.word())
                ? PayloadFormat.of(plain).orElseThrow()
                : Compression.valueOf(asked.compression().toUpperCase(Locale.ROOT))
                        .of(plain);
    }
}
