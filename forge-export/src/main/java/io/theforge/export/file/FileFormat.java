package io.theforge.export.file;

import io.theforge.export.layout.ExportTable;
import io.theforge.sink.Chunk;
import io.theforge.sink.TableSink;
import java.io.IOException;

/** How tables are written into files. */
public interface FileFormat {
    /** Returns how its files end: ".csv". */
    String ending();

    /**
     * Opens the sink of a table, or of a part of it. Sinks of several tables can be open at a time.
     *
     * @param path of the file inside the folder, with its ending
     */
    TableSink<? extends Chunk, IOException> open(ExportFolder folder, ExportTable table, String path)
            throws IOException;
}
