package io.theforge.export.source;

import io.theforge.config.model.DateRange;
import io.theforge.config.model.Operational;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.sink.Chunk;
import io.theforge.sink.SeriesOutput;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.table.RowWriter;
import io.theforge.table.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Where the rows of an export come from. */
public interface ExportSource {
    /** Rows of the largest part of a table; one that cannot have more is one file. */
    int ROWS_OF_PART = 8_000_000;

    /** Returns the dataset that the rows are; null where not all of them are one that the Forge has made. */
    @Nullable
    Plan plan();

    /** Returns the days of the dataset, or those from the first sale to the last; null where there are none. */
    @Nullable
    DateRange dateRange();

    /** Returns whether all series are wanted. */
    boolean isWhole();

    /** Returns the series that are wanted, ascending: pair {@code i} is store {@code i / products} and product {@code i % products}. */
    int[] pairs();

    /** Returns the most rows that a series has in a table. */
    int days();

    /** Returns the series that go into one part of a table: it hangs on the days alone, never on workers. */
    default int seriesOfPart() {
        return Math.max(1, ROWS_OF_PART / days());
    }

    /** Returns, of each of the seven tables, how many rows the Forge did not make; tables without any are left out. */
    Map<Table, Long> unmanagedRows();

    /** Returns what a reader should know of the files. */
    List<String> notes();

    /** Writes rows that are made at once. */
    <C extends Chunk> TableTotals write(TableSink<C, IOException> sink, Consumer<RowWriter> rows) throws IOException;

    /** Opens what makes series. */
    SeriesPass series(Operational operational);

    /**
     * Returns the dataset's fingerprint; null where not all rows are one that the Forge has made.
     *
     * @param whole fingerprints of the tables of which all rows have been written
     */
    @Nullable
    String fingerprint(Map<Table, TableFingerprint> whole, Operational operational);

    /** Makes series, and of each all the rows that are wanted. */
    interface SeriesPass extends AutoCloseable {
        /**
         * @param pairs ascending, and behind those of the pass before
         * @param written hears how many rows have been written since the last time
         * @return what went into each output, in their order
         */
        List<TableTotals> pass(int[] pairs, List<SeriesOutput<?, IOException>> outputs, LongConsumer written)
                throws IOException;

        /** Returns where each series stands at the end, when all have been made; null where that is not known. */
        default @Nullable StockStates states() {
            return null;
        }

        @Override
        void close();
    }
}
