package io.theforge.export.dirt;

import io.theforge.config.model.DirtRule;
import io.theforge.export.file.ExportFolder;
import io.theforge.export.file.FileFormat;
import io.theforge.export.file.FormatWriter;
import io.theforge.plan.Plan;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format whose files are spoiled by rules, and a ledger beside them.
 *
 * @param format of the files: one of text, or Parquet
 * @param source of the rules, as the manifest has it
 * @param rules that the format can have
 * @param notes what was left out
 */
public record DirtyFormat(FileFormat format, String source, List<DirtRule> rules, List<String> notes)
        implements FileFormat {
    @Override
    public String ending() {
        return format.ending();
    }

    @Override
    public @Nullable String oneFile() {
        return format.oneFile();
    }

    @Override
    public FormatWriter start(ExportFolder folder, @Nullable Plan plan, boolean isWhole) throws IOException {
        if (plan == null) {
            throw new IllegalArgumentException("only rows that the Forge has made are spoiled");
        }
        boolean isNamed = ending().startsWith(".json");
        return new DirtyWriter(
                this, isNamed, folder, format.start(folder, plan, isWhole), DirtySettings.of(rules, plan));
    }
}
