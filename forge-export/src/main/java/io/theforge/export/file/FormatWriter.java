package io.theforge.export.file;

import io.theforge.export.layout.ExportTable;
import io.theforge.inventory.StockStates;
import io.theforge.sink.Chunk;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An export that is being written in some format. */
public interface FormatWriter extends Closeable {
    /**
     * Opens the sink of a table, or of a part of it. Sinks of several tables are open at a time where each has files of its own.
     *
     * @param path of the file inside the folder, with its ending
     */
    TableSink<? extends Chunk, IOException> open(ExportTable table, String path) throws IOException;

    /** Hears where each series stands at the end, after those of a table have been made; not called where that is not known. */
    default void states(StockStates atTheEnd) {}

    /**
     * Ends the export, after all tables: each file is handed to the folder by now.
     *
     * @param fingerprint of the dataset; null where not all rows are the Forge's
     * @param tables what went into each table, by its name
     */
    default void finish(@Nullable String fingerprint, Map<String, TableTotals> tables) throws IOException {}

    /** Returns what was spoiled on purpose, after {@link #finish}; null where nothing was to be. */
    default @Nullable Spoiled spoiled() {
        return null;
    }

    /** Abandons what has not been finished. */
    @Override
    default void close() throws IOException {}
}
