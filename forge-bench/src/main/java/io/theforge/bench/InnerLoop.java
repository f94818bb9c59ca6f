package io.theforge.bench;

import io.theforge.fingerprint.FingerprintWriter;
import io.theforge.fingerprint.TableFingerprint;
import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
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

/** One pair, a year long: what its rows cost to make, to fingerprint and to write as CSV. Microseconds per pair. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class InnerLoop {
    private final Plan plan = Sizes.FULL.plan(10);
    private final SeriesGenerator generator = new SeriesGenerator(plan);
    private final SeriesBlock block = new SeriesBlock(plan.days());
    private final TableRows rows = new TableRows(plan);
    private final FingerprintWriter fingerprint = new FingerprintWriter(plan);
    private final CsvEncoder csv = new CsvEncoder(plan);
    private int pair;

    @Setup
    public void fillBlock() {
        generator.generate(3, 7, block);
    }

    /** The next pair each time, so that nothing is predicted that a dataset would not let predict. */
    @Benchmark
    public int generate() {
        pair = (pair + 1) % plan.pairs();
        generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
        return block.quantity[0];
    }

    @Benchmark
    public TableFingerprint fingerprintSales() {
        rows.writeSeries(Table.SALES_DAILY, block, fingerprint);
        return fingerprint.fingerprint();
    }

    @Benchmark
    public int csvOfSales() {
        csv.clear();
        rows.writeSeries(Table.SALES_DAILY, block, csv);
        return csv.size();
    }
}
