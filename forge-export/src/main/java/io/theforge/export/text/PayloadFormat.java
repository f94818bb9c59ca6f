package io.theforge.export.text;

import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.FormatWriter;
import io.theforge.plan.Plan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payloads of {@code POST /ingest/sales-daily}: 10,000 records each, the last one fewer. */
public enum PayloadFormat implements FileFormat {
    /** One payload a file. */
    JSON,
    /** One payload a line. */
    JSONL;

    /** Returns payloads in a format; empty where it can have none. */
    public static Optional<FileFormat> of(FileFormat format) {
        return format == TextFormat.JSON
                ? Optional.of(JSON)
                : format == TextFormat.JSONL ? Optional.of(JSONL) : Optional.empty();
    }

    @Override
    public String ending() {
        return this == JSON ? ".json" : ".jsonl";
    }

    @Override
    public FormatWriter start(ExportFolder folder, @Nullable Plan plan, boolean isWhole) {
        throw new UnsupportedOperationException();
    }
}
