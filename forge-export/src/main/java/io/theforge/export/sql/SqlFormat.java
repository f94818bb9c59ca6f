package io.theforge.export.sql;

import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.FormatWriter;
import io.theforge.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A script for {@code psql}, one transaction: tables, rows, sequences and, where all rows of a dataset are in it, the record of the run
 * that made them, so that they are the Forge's own in the database too.
 */
public final class SqlFormat implements FileFormat {
    @Override
    public String ending() {
        return ".sql";
    }

    @Override
    public String oneFile() {
        return "forge.sql";
    }

    @Override
    public FormatWriter start(ExportFolder folder, @Nullable Plan plan, boolean isWhole) {
        return new SqlWriter(folder, plan, isWhole);
    }
}
