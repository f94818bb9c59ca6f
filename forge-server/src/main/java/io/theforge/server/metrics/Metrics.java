package io.theforge.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.theforge.database.report.PeakMemory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts and times what is done. */
public final class Metrics {
    /** The text of Prometheus. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicLong requests = new AtomicLong();

    public Metrics() {
        gauge("forge.memory.peak.bytes", "the most memory that the process has had", PeakMemory::bytes);
        gauge(
                "forge.memory.heap.bytes",
                "memory that the JVM uses for objects",
                () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }

    /** Something that is measured when it is asked for. */
    public void gauge(String name, String meaning, Supplier<Number> figure) {
        Gauge.builder(name, figure).description(meaning).register(registry);
    }

    /** Counts a request. @param endpoint its path as it is declared, so that there are not as many counters as ids */
    public void request(String method, String endpoint, int status, double seconds) {
        requests.incrementAndGet();
        Timer.builder("forge.http.requests")
                .description("requests by path and status")
                .tag("method", method)
                .tag("path", endpoint)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(Duration.ofNanos((long) (seconds * 1e9)));
    }

    /** Counts an operation. @param kind "full-new" @param outcome "completed" */
    public void operation(String kind, String outcome, long rows, double seconds) {
        Timer.builder("forge.operations")
                .description("operations by outcome, and the seconds that they took")
                .tag("operation", kind)
                .tag("outcome", outcome)
                .register(registry)
                .record(Duration.ofNanos((long) (seconds * 1e9)));
        Counter.builder("forge.operation.rows")
                .description("rows that operations have written or deleted")
                .tag("operation", kind)
                .register(registry)
                .increment(rows);
    }

    public long requests() {
        return requests.get();
    }

    /** Returns all figures. */
    public String text() {
        return registry.scrape();
    }
}
