package io.theforge.bench;

import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Table;
import io.theforge.table.TableRows;

/** Rows of the two large tables per second, made on one thread: for nobody, and as CSV in memory. */
final class GeneratorSpeed {
    private static final int PASSES = 5;
    private static final int CSV_BYTES = 1 << 20;

    private final Plan plan;
    private final SeriesGenerator generator;
    private final SeriesBlock block;
    private final TableRows rows;
    private final CsvEncoder csv;
    private long csvBytes;

    private GeneratorSpeed(Plan plan) {
        this.plan = plan;
        generator = new SeriesGenerator(plan);
        block = new SeriesBlock(plan.days());
        rows = new TableRows(plan);
        csv = new CsvEncoder(plan);
    }

    private interface Pass {
        long rows();
    }

    static void measure(Sizes sizes, Report report) {
        Plan plan = sizes.plan(sizes.stores());
        GeneratorSpeed speed = new GeneratorSpeed(plan);
        report.atLeast(4e6, "generator alone, one thread, no sink", best(speed::generate), "rows/s");
        report.figure("generator to CSV bytes, one thread", best(speed::toCsv), "rows/s");
        report.figure("CSV bytes per row", speed.csvBytes / (double) speed.generate(), "B");
    }

    /** Rows per second of the best pass; the first ones are also there to get everything compiled. */
    private static double best(Pass pass) {
        double best = 0;
        for (int i = 0; i < PASSES; i++) {
            long start = System.nanoTime();
            long rows = pass.rows();
            best = Math.max(best, rows * 1e9 / (System.nanoTime() - start));
        }
        return best;
    }

    private long generate() {
        long made = 0;
        for (int pair = 0; pair < plan.pairs(); pair++) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            made += block.salesCount + block.inventoryCount;
        }
        return made;
    }

    private long toCsv() {
        long made = 0;
        csvBytes = 0;
        for (int pair = 0; pair < plan.pairs(); pair++) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            rows.writeSeries(Table.SALES_DAILY, block, csv);
            rows.writeSeries(Table.INVENTORY_SNAPSHOT_DAILY, block, csv);
            made += block.salesCount + block.inventoryCount;
            if (csv.size() > CSV_BYTES) {
                csvBytes += csv.size();
                csv.clear();
            }
        }
        csvBytes += csv.size();
        csv.clear();
        return made;
    }
}
