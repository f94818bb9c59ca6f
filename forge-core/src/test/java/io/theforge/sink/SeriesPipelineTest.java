package io.theforge.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.theforge.plan.Plan;
import io.theforge.series.Dataset;
import io.theforge.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesPipelineTest {
    private static final Plan SHOP =
            Dataset.plan("dimensions: {stores: {count: 30}, products: {count: 40}}\ndate_range: {end: 2024-02-19}");

    /** Keeps the ordinals of the rows, so that the order in which chunks are written can be seen. */
    private static final class OrdinalChunk extends NoSink.DiscardingChunk {
        private final List<Long> ordinals = new ArrayList<>();
        private final long fatalOrdinal;

        OrdinalChunk(long fatalOrdinal) {
            this.fatalOrdinal = fatalOrdinal;
        }

        @Override
        public void startRow(long ordinal) {
            if (ordinal >= fatalOrdinal) {
                throw new IllegalStateException("no more rows");
            }
            ordinals.add(ordinal);
        }

        @Override
        public int size() {
            return ordinals.size();
        }

        @Override
        public void clear() {
            ordinals.clear();
        }
    }

    private static class OrdinalLoad implements TableSink<OrdinalChunk, IOException> {
        final List<Long> written = new ArrayList<>();
        final AtomicInteger chunks = new AtomicInteger();
        long fatalOrdinal = Long.MAX_VALUE;

        @Override
        public OrdinalChunk newChunk() {
            chunks.incrementAndGet();
            return new OrdinalChunk(fatalOrdinal);
        }

        @Override
        public void write(OrdinalChunk chunk) throws IOException {
            written.addAll(chunk.ordinals);
        }

        @Override
        public long finish() {
            return written.size();
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "8, 1", "3, 30000", "2, 1000000"})
    void rowsComeInTheOrderOfThePairsWhateverTheWorkersAndTheBatch(int workers, int batchSize) throws IOException {
        OrdinalLoad load = new OrdinalLoad();
        TableTotals totals;
        try (SeriesPipeline pipeline = new SeriesPipeline(SHOP, workers, batchSize)) {
            totals = pipeline.load(Table.SALES_DAILY, load, rows -> {});
        }
        OrdinalLoad alone = new OrdinalLoad();
        try (SeriesPipeline pipeline = new SeriesPipeline(SHOP, 1, 1)) {
            assertThat(pipeline.load(Table.SALES_DAILY, alone, rows -> {}).fingerprint())
                    .isEqualTo(totals.fingerprint());
        }
        assertThat(load.written).isEqualTo(alone.written).isSorted().hasSize((int) totals.rows());
        assertThat(load.chunks.get()).isLessThanOrEqualTo(workers + 2);
    }

    @Test
    void aFailingWorkerEndsTheLoadWithItsOwnException() {
        OrdinalLoad load = new OrdinalLoad();
        load.fatalOrdinal = 30_000;
        try (SeriesPipeline pipeline = new SeriesPipeline(SHOP, 2, 1)) {
            assertThatThrownBy(() -> pipeline.load(Table.INVENTORY_SNAPSHOT_DAILY, load, rows -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no more rows");
        }
        assertThat(load.written).isSorted().hasSizeLessThan(30_000);
    }

    @Test
    void aFailingSinkEndsTheLoadWithItsOwnException() {
        IOException gone = new IOException("gone");
        OrdinalLoad load = new OrdinalLoad() {
            @Override
            public void write(OrdinalChunk chunk) throws IOException {
                throw gone;
            }
        };
        try (SeriesPipeline pipeline = new SeriesPipeline(SHOP, 2, 1)) {
            assertThat(catchThrowable(() -> pipeline.load(Table.SALES_DAILY, load, rows -> {})))
                    .isSameAs(gone);
        }
    }
}
