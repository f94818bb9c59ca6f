package io.theforge.database.postgres;

import io.theforge.config.ConfigReader;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.sink.Ids;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The year of one pair as binary COPY. Microseconds per pair. It stands in this package because the encoder is nobody else's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CopyEncoding {
    private final Plan plan = Plan.of(ConfigReader.defaults());
    private final SeriesBlock block = new SeriesBlock(plan.days());
    private final TableRows rows = new TableRows(plan);
    private final CopyEncoder sales = new CopyEncoder(Table.SALES_DAILY, ids());
    private final CopyEncoder inventory = new CopyEncoder(Table.INVENTORY_SNAPSHOT_DAILY, ids());

    private static Ids ids() {
        Map<Table, Ids.Block> blocks = new EnumMap<>(Table.class);
        for (Table table : Table.SEVEN) {
            if (table.hasId()) {
                blocks.put(table, new Ids.Block(1, Integer.MAX_VALUE));
            }
        }
        return new Ids(blocks);
    }

    @Setup
    public void fillBlock() {
        new SeriesGenerator(plan).generate(3, 7, block);
    }

    @Benchmark
    public int sales() {
        sales.clear();
        rows.writeSeries(Table.SALES_DAILY, block, sales);
        return sales.size();
    }

    @Benchmark
    public int inventory() {
        inventory.clear();
        rows.writeSeries(Table.INVENTORY_SNAPSHOT_DAILY, block, inventory);
        return inventory.size();
    }
}
