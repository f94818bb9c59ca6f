package io.theforge.export.file;

import io.theforge.plan.Plan;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How tables are written into files. */
public interface FileFormat {
    /** Returns how its files end: ".csv". */
    String ending();

    /** Returns the name of the one file that takes all tables, one after another; null where each table has files of its own. */
    default @Nullable String oneFile() {
        return null;
    }

    /**
     * Begins an export.
     *
     * @param plan what the rows were made from; null where not all of them are the Forge's
     * @param isWhole whether all rows of the seven tables come, as they are
     */
    FormatWriter start(ExportFolder folder, @Nullable Plan plan, boolean isWhole) throws IOException;
}
