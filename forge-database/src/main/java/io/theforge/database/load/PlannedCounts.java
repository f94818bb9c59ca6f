package io.theforge.database.load;

import io.theforge.inventory.StockStates;
import io.theforge.plan.Plan;
import io.theforge.series.GapCause;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Table;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How many rows of the two large tables the plan has for each pair and each day, and where each pair stands at the end: found
 * by generating all rows, on all processors, and keeping none.
 */
public final class PlannedCounts {
    private static final int CHUNK_PAIRS = 64;

    private final int[] salesOfPair;
    private final int[] inventoryOfPair;
    private final long[] salesOfDay;
    private final AtomicLong onSale = new AtomicLong();
    private final long[] inventoryOfDay;
    private final long[] gapDays = new long[GapCause.values().length];
    private final StockStates states;

    private PlannedCounts(Plan plan) {
        salesOfPair = new int[plan.pairs()];
        inventoryOfPair = new int[plan.pairs()];
        salesOfDay = new long[plan.days()];
        inventoryOfDay = new long[plan.days()];
        states = new StockStates(plan.pairs());
    }

    /** What is left to expect once the rows have been deleted. */
    public static PlannedCounts none(Plan plan) {
        return new PlannedCounts(plan);
    }

    public static PlannedCounts of(Plan plan) {
        return of(plan, null);
    }

    /** @param before where each pair stood when the first day began whose rows are made; null to find that out */
    public static PlannedCounts of(Plan plan, @Nullable StockStates before) {
        PlannedCounts counts = new PlannedCounts(plan);
        int chunks = (plan.pairs() + CHUNK_PAIRS - 1) / CHUNK_PAIRS;
        IntStream.range(0, chunks)
                .parallel()
                .forEach(chunk -> counts.count(plan, new SeriesGenerator(plan, before), chunk * CHUNK_PAIRS));
        return counts;
    }

    private void count(Plan plan, SeriesGenerator generator, int firstPair) {
        SeriesBlock block = new SeriesBlock(plan.days());
        int[] sales = new int[plan.days()];
        int[] inventory = new int[plan.days()];
        long[] gaps = new long[gapDays.length];
        for (int pair = firstPair; pair < Math.min(plan.pairs(), firstPair + CHUNK_PAIRS); pair++) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            generator.saveState(states, pair);
            salesOfPair[pair] = block.salesCount;
            inventoryOfPair[pair] = block.inventoryCount;
            onSale.addAndGet(block.daysOnSale);
            for (int cause = 0; cause < gaps.length; cause++) {
                gaps[cause] += block.gapDays[cause];
            }
            for (int i = 0; i < block.salesCount; i++) {
                sales[block.salesDay[i]]++;
            }
            for (int i = 0; i < block.inventoryCount; i++) {
                inventory[block.inventoryDay[i]]++;
            }
        }
        synchronized (this) {
            for (int day = 0; day < sales.length; day++) {
                salesOfDay[day] += sales[day];
                inventoryOfDay[day] += inventory[day];
            }
            for (int cause = 0; cause < gaps.length; cause++) {
                gapDays[cause] += gaps[cause];
            }
        }
    }

    /** Where each pair stands at the end. */
    public StockStates states() {
        return states;
    }

    /** Rows of each pair. */
    public int[] ofPairs(Table table) {
        return table == Table.SALES_DAILY ? salesOfPair : inventoryOfPair;
    }

    /** Rows of all pairs. */
    public long ofAll(Table table) {
        return table == Table.TRUTH_DAILY
                ? onSale.get()
                : LongStream.of(ofDays(table)).sum();
    }

    /** Sales records of all pairs that are missing on purpose. */
    public long gapDays(GapCause cause) {
        return gapDays[cause.ordinal()];
    }

    /** Rows of each day, from the dataset's first. */
    public long[] ofDays(Table table) {
        return table == Table.SALES_DAILY ? salesOfDay : inventoryOfDay;
    }
}
