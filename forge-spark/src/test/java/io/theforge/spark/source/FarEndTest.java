package io.theforge.spark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.theforge.plan.Plan;
import io.theforge.table.Table;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop of a billion pairs: its last part is made without those before it, in a JVM that could hold none of them. */
class FarEndTest {
    /** What an executor may have, of which the plan takes the most. */
    private static final String HEAP = "-Xmx192m";

    private static final List<String> DEFAULT = List.of("sales_daily", "price_history");

    /** Of the last part's 20,000 series. */
    private static final int BATCHES = 20;

    /** All that is made for the last part, garbage included: bytes of work, which no other load of the machine changes. */
    private static final long MOST_BYTES = 200L << 20;

    @ParameterizedTest
    @CsvSource({
        "sales_daily, 2024-12-31, S20000, SKU-030020",
        "truth_daily, 2026-12-31, S20000, SKU-030020",
        "price_history, 2026-12-31, none, SKU-050000",
        "promotion, 2026-12-31, none, SKU-050000",
        "product, 2026-12-31, none, SKU-050000"
    })
    void theLastPartIsMadeAlone(String table, String end, String store, String sku) throws Exception {
        assumeTrue(
                Boolean.getBoolean("forge.exhaustive") || DEFAULT.contains(table), "a JVM each: the others are alike");
        assertThat(run(table, end)).containsExactly(store + " " + sku, "little work");
    }

    private static List<String> run(String table, String end) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FarEndTest.class.getName(),
                table,
                end);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines().toList();
        }
        process.waitFor();
        return lines;
    }

    /** The JVM of an executor, without Spark's own rooms. */
    public static void main(String[] tableAndEnd) throws IOException {
        SourceOptions options = SourceOptions.of(Map.of(
                "table", tableAndEnd[0],
                "stores", "20000",
                "products", "50000",
                "start_date", "2024-01-01",
                "end_date", tableAndEnd[1],
                "partitions", "50000"));
        Plan plan = options.plan();
        DatasetScan scan = (DatasetScan) new DatasetScanBuilder(options, plan).build();
        InputPartition[] parts = scan.planInputPartitions();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long work;
        List<String> seen = new ArrayList<>();
        try (PartitionReader<ColumnarBatch> last =
                scan.createReaderFactory().createColumnarReader(parts[parts.length - 1])) {
            last.next();
            work = threads.getCurrentThreadAllocatedBytes() - before;
            for (int batch = 0; batch < BATCHES; batch++) {
                seen.add(first(options.table(), last.get()));
                if (!last.next()) {
                    break;
                }
            }
        }
        System.out.println(seen.get(seen.size() - 1));
        System.out.println(work < MOST_BYTES ? "little work" : "much work: " + work);
    }

    private static String first(Table table, ColumnarBatch batch) {
        List<String> names = List.of(TableColumns.schema(table).fieldNames());
        String sku = batch.column(names.indexOf("sku")).getUTF8String(0).toString();
        return (table.isSeries() ? batch.column(names.indexOf("store_code")).getUTF8String(0) : "none") + " " + sku;
    }
}
