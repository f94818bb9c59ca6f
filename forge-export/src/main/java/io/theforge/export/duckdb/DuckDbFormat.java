package io.theforge.export.duckdb;

import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.FormatWriter;
import io.theforge.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB file with all keys and, where all rows of a dataset are in it, the record of the run that made them. Its rows are the same
 * each time, its bytes are not: DuckDB notes when a row came.
 */
public final class DuckDbFormat implements FileFormat {
    @Override
    public String ending() {
        return ".duckdb";
    }

    @Override
    public String oneFile() {
        return "forge.duckdb";
    }

    @Override
    public FormatWriter start(ExportFolder folder, @Nullable Plan plan, boolean isWhole) {
        return new DuckDbWriter(folder, plan, isWhole);
    }
}
