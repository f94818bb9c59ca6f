package io.theforge.export.source;

import io.theforge.config.model.Operational;
import io.theforge.database.DatabaseUrl;
import io.theforge.export.layout.ExportTable;
import io.theforge.export.layout.Layout;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.sink.Chunk;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A database: all rows of its seven tables, whoever made them, in one snapshot. */
public final class DatabaseSource implements ExportSource, AutoCloseable {

    /**
     * Opens one.
     *
     * @param series how many series are wanted, evenly spread; null for all
     * @throws io.theforge.database.report.DatabaseException when it is not there, or its tables do not fit
     */
    public static DatabaseSource open(DatabaseUrl url, @Nullable Integer series) {
        throw new UnsupportedOperationException(url.toString() + series);
    }

    /**
     * Returns the files of a layout.
     *
     * @throws io.theforge.database.report.RefusedException where these rows cannot give it
     */
    public List<ExportTable> tables(Layout layout, List<Table> chosen, boolean withTruth) {
        throw new UnsupportedOperationException(layout.toString() + chosen + withTruth);
    }

    @Override
    public @Nullable Plan plan() {
        return null;
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public int[] pairs() {
        return new int[0];
    }

    @Override
    public int days() {
        return 1;
    }

    @Override
    public Map<Table, Long> rowsOfOthers() {
        return Map.of();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public <C extends Chunk> TableTotals write(TableSink<C, IOException> sink, Consumer<RowWriter> rows)
            throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeriesPass series(Operational operational) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable String fingerprint(Map<Table, TableFingerprint> whole, Operational operational) {
        return null;
    }

    @Override
    public void close() {}
}
