package io.theforge.sink;

import io.theforge.plan.Plan;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import io.theforge.table.Table;
import io.theforge.table.TableRows;
import java.util.function.Function;

/**
 * Makes the rows of the first few series for nobody, on a thread of its own, while the database is being waited for. When it is
 * ready, the JVM has loaded and compiled what makes rows.
 */
public final class WarmUp {
    /** With a year each enough for all of the inner loop to be compiled, and over before a load begins. */
    private static final int ROWS = 15_000;

    private WarmUp() {}

    /** @param chunks makes the chunk that rows of a table go into */
    public static void begin(Plan plan, Function<Table, ? extends Chunk> chunks) {
        Thread thread = new Thread(() -> run(plan, chunks), "forge-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(Plan plan, Function<Table, ? extends Chunk> chunks) {
        SeriesGenerator generator = new SeriesGenerator(plan, null);
        SeriesBlock block = new SeriesBlock(plan.days(), false);
        SeriesRows sales = SeriesRows.of(new TableRows(plan), Table.SALES_DAILY);
        SeriesRows inventory = SeriesRows.of(new TableRows(plan), Table.INVENTORY_SNAPSHOT_DAILY);
        Chunk sold = chunks.apply(Table.SALES_DAILY);
        Chunk kept = chunks.apply(Table.INVENTORY_SNAPSHOT_DAILY);
        TallyWriter toSold = new TallyWriter(plan, sold, () -> {});
        TallyWriter toKept = new TallyWriter(plan, kept, () -> {});
        int rows = 0;
        for (int pair = 0; pair < plan.pairs() && rows < ROWS; pair++) {
            generator.generate(plan.storeOf(pair), plan.productOf(pair), block);
            rows += sales.write(block, toSold);
            inventory.write(block, toKept);
            sold.clear();
            kept.clear();
        }
    }
}
