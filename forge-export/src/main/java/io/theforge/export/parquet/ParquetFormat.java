package io.theforge.export.parquet;

import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.FormatWriter;
import io.theforge.plan.Plan;
import org.jspecify.annotations.Nullable;

/** Files of Parquet: zstd, statistics, types of dates and decimals; the dataset's fingerprint and configuration in their metadata. */
public final class ParquetFormat implements FileFormat {
    @Override
    public String ending() {
        return ".parquet";
    }

    @Override
    public FormatWriter start(ExportFolder folder, @Nullable Plan plan, boolean isWhole) {
        return new ParquetWriter(folder, plan);
    }
}
