package io.theforge.bench;

import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.PoissonQuantile;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Draws by quantile function, over means from slow sellers to whole regions. Nanoseconds per draw, the uniform number included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Quantiles {
    @State(Scope.Thread)
    public static class Mean {
        @Param({"0.3", "5", "12", "100", "10000"})
        public double mean;
    }

    private long index;

    @Benchmark
    public int poisson(Mean mean) {
        return PoissonQuantile.of(mean.mean, Keys.uniform(42, index++));
    }

    @Benchmark
    public double normal() {
        return NormalQuantile.of(Keys.uniform(42, index++));
    }

    @Benchmark
    public double uniform() {
        return Keys.uniform(42, index++);
    }
}
