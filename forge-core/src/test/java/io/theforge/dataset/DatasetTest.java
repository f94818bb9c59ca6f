package io.theforge.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.theforge.Forge;
import io.theforge.config.ConfigReader;
import io.theforge.config.model.ConfigException;
import io.theforge.series.SalesTotals;
import io.theforge.series.SeriesBlock;
import io.theforge.sink.TableSink;
import io.theforge.sink.TableTotals;
import io.theforge.sink.ValueChunk;
import io.theforge.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Dataset SHOP = Forge.dataset(
            "scenario: sparse\ndimensions: {stores: {count: 4}, products: {count: 6}}\ndate_range: {end: 2024-03-31}");

    /** The first rows of the default shop have had this name in every release. */
    @Test
    void aDatasetHasTheNameThatItHasInADatabase() {
        assertThat(Forge.dataset(ConfigReader.defaults()).fingerprint()).isEqualTo("c4a98711d84af05ae68ce5c92dee6990");
    }

    @Test
    void rowsAddUpToTheDatasetsTotals() {
        List<SalesRow> sales = SHOP.sales().toList();
        assertThat(new SalesTotals(
                        sales.size(),
                        sales.stream().mapToLong(SalesRow::quantity).sum(),
                        sales.stream().mapToLong(SalesRow::totalCents).sum()))
                .isEqualTo(SalesTotals.of(SHOP.plan()));
        assertThat(SHOP.inventory().filter(InventoryRow::isStockout))
                .isNotEmpty()
                .allMatch(row -> row.onHandQty() == 0);
    }

    @Test
    void oneSeriesIsTheSameAloneAsAmongAllWithTheTruthBehindIt() {
        SeriesBlock alone = SHOP.series("S00003", "SKU-000002");
        List<SalesRow> amongAll = SHOP.sales()
                .filter(row -> row.storeCode().equals("S00003") && row.sku().equals("SKU-000002"))
                .toList();
        assertThat(SHOP.sales(alone)).isEqualTo(amongAll);
        assertThat(Arrays.stream(Objects.requireNonNull(alone.truth).expected)).anyMatch(mean -> mean > 0);
    }

    @Test
    void aSeriesThatIsNotThereIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> SHOP.series("S00009", "SKU-000001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no store \"S00009\": they go from S00001 to S00004");
        assertThatThrownBy(() -> Forge.dataset("sed: 1"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sed");
    }

    /** Keeps the rows, and fails when it is told to. */
    private static final class Kept implements TableSink<ValueChunk, IOException> {
        private final Table table;
        private final List<List<Object>> rows = new ArrayList<>();
        private boolean fails;
        private int closed;

        Kept(Table table) {
            this.table = table;
        }

        @Override
        public ValueChunk newChunk() {
            return new ValueChunk(SHOP.plan(), table);
        }

        @Override
        public void write(ValueChunk chunk) throws IOException {
            if (fails) {
                throw new IOException("no room");
            }
            chunk.rows().forEach(row -> rows.add(new ArrayList<>(row)));
        }

        @Override
        public long finish() {
            return rows.size();
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void aSinkGetsTheSameRowsWhateverTheWorkers() throws IOException {
        for (Table table : Table.values()) {
            Kept one = new Kept(table);
            Kept three = new Kept(table);
            TableTotals totals = SHOP.write(table, one, 1);
            SHOP.write(table, three, 3);
            assertThat(one.rows)
                    .isEqualTo(three.rows)
                    .hasSize((int) totals.rows())
                    .isNotEmpty();
            assertThat(one.rows).allMatch(row -> row.size() == table.fields().size());
            assertThat(one.closed).isOne();
        }
    }

    @Test
    void aFailingSinkIsClosedAndItsFailureThrown() {
        for (Table table : List.of(Table.STORE, Table.SALES_DAILY)) {
            Kept sink = new Kept(table);
            sink.fails = true;
            assertThatThrownBy(() -> SHOP.write(table, sink, 2))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no room");
            assertThat(sink.closed).isOne();
        }
    }
}
