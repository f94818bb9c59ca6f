package io.theforge.documents.shop;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.series.SeriesBlock;
import io.theforge.series.SeriesGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What documents need of all series, from one pass over them. It is kept by month, so that it does not grow with the rows. */
final class Tally {
    private static final int CHUNK_PAIRS = 64;

    private final Plan plan;
    private final Months months;
    private final int[] monthOf;
    private final List<String> categories;
    final Sums stores;
    final Sums products;
    final Sums storeCategories;
    final int[] storeStockoutDays;
    final int[] productStockoutDays;
    final @Nullable Stockout[] longest;
    /** By product, {@link Integer#MAX_VALUE} and -1 where it has no record. */
    final int[] firstSale;

    final int[] lastSale;

    private Tally(Plan plan, Months months, List<String> categories) {
        this.plan = plan;
        this.months = months;
        this.categories = categories;
        monthOf = new int[plan.days()];
        for (int m = 0; m < months.count(); m++) {
            Arrays.fill(monthOf, months.firstDay(m), months.lastDay(m) + 1, m);
        }
        int s = plan.stores().size();
        int p = plan.products().size();
        stores = new Sums(s, months.count());
        products = new Sums(p, months.count());
        storeCategories = new Sums(Math.multiplyExact(s, categories.size()), months.count());
        storeStockoutDays = new int[s * months.count()];
        productStockoutDays = new int[Math.multiplyExact(p, months.count())];
        longest = new @Nullable Stockout[s * months.count()];
        firstSale = new int[p];
        lastSale = new int[p];
        Arrays.fill(firstSale, Integer.MAX_VALUE);
        Arrays.fill(lastSale, -1);
    }

    /** @param workers threads, at least 1; sums do not depend on them */
    static Tally of(Plan plan, Months months, List<String> categories, int workers) {
        Tally tally = new Tally(plan, months, categories);
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> work = () -> {
            Pair pair = tally.new Pair();
            for (int from = next.getAndAdd(CHUNK_PAIRS);
                    from < plan.pairs() && from >= 0;
                    from = next.getAndAdd(CHUNK_PAIRS)) {
                for (int i = from; i < Math.min(plan.pairs(), from + CHUNK_PAIRS); i++) {
                    pair.count(plan.storeOf(i), plan.productOf(i));
                }
            }
            return true;
        };
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                all.add(threads.submit(work));
            }
            for (Future<Boolean> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while series were summed", e);
        } finally {
            threads.shutdownNow();
        }
        return tally;
    }

    /** One series after another, in a thread of its own. */
    private final class Pair {
        private final SeriesGenerator generator = new SeriesGenerator(plan);
        private final SeriesBlock block = new SeriesBlock(plan.days());
        private final long[] units = new long[months.count()];
        private final long[] cents = new long[months.count()];
        private final int[] empty = new int[months.count()];
        private final @Nullable Stockout[] runs = new @Nullable Stockout[months.count()];

        void count(int store, int product) {
            generator.generate(store, product, block);
            Arrays.fill(units, 0);
            Arrays.fill(cents, 0);
            for (int i = 0; i < block.salesCount; i++) {
                int month = monthOf[block.salesDay[i]];
                units[month] += block.quantity[i];
                cents[month] += block.totalCents(i);
            }
            countStockouts(store, product);
            add(store, plan.products().get(product));
        }

        private void countStockouts(int store, int product) {
            Arrays.fill(empty, 0);
            Arrays.fill(runs, null);
            for (int i = 0; i < block.inventoryCount; i++) {
                if (block.onHand[i] > 0) {
                    continue;
                }
                int from = i;
                while (i < block.inventoryCount
                        && block.onHand[i] == 0
                        && block.inventoryDay[i] == block.inventoryDay[from] + i - from) {
                    empty[monthOf[block.inventoryDay[i]]]++;
                    i++;
                }
                Stockout run = new Stockout(store, product, block.inventoryDay[from], i - from);
                i--;
                keep(runs, monthOf[run.firstDay()], run);
            }
        }

        private void add(int store, Product product) {
            synchronized (Tally.this) {
                int p = product.index();
                stores.add(store, units, cents);
                products.add(p, units, cents);
                storeCategories.add(store * categories.size() + categories.indexOf(product.category()), units, cents);
                for (int m = 0; m < months.count(); m++) {
                    storeStockoutDays[store * months.count() + m] += empty[m];
                    productStockoutDays[p * months.count() + m] += empty[m];
                    Stockout run = runs[m];
                    if (run != null) {
                        keep(longest, store * months.count() + m, run);
                    }
                }
                if (block.salesCount > 0) {
                    firstSale[p] = Math.min(firstSale[p], block.salesDay[0]);
                    lastSale[p] = Math.max(lastSale[p], block.salesDay[block.salesCount - 1]);
                }
            }
        }
    }

    private static void keep(@Nullable Stockout[] runs, int at, Stockout run) {
        Stockout kept = runs[at];
        if (kept == null || run.beats(kept)) {
            runs[at] = run;
        }
    }
}
