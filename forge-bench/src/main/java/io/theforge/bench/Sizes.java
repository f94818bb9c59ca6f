package io.theforge.bench;

import io.theforge.config.ConfigReader;
import io.theforge.config.Overrides;
import io.theforge.plan.Plan;

/**
 * How much is measured and how often. Every name of a figure is made from these numbers, so that it tells what was measured.
 *
 * @param stores stores of the large dataset; 56 with 50 products in 2024 are 1,024,800 sales rows
 * @param smallStores stores of the small one
 * @param longYears of the dataset whose history must not make an append slower
 * @param starts of a short command
 * @param trials of a load or a deletion
 * @param days that are appended in turn
 * @param documents that are made at once
 * @param questions that our own stack is asked
 * @param chunks of text that it searches
 */
record Sizes(
        int stores,
        int smallStores,
        int products,
        int longYears,
        int starts,
        int trials,
        int days,
        int documents,
        int questions,
        int chunks) {
    /** What the targets mean. */
    static final Sizes FULL = new Sizes(56, 10, 50, 20, 11, 3, 7, 2000, 320, 20_000);

    /** Everything once and small, to see that it runs. */
    static final Sizes TINY = new Sizes(2, 1, 3, 3, 1, 1, 1, 40, 10, 20);

    Sizes withStores(int number) {
        return new Sizes(number, smallStores, products, longYears, starts, trials, days, documents, questions, chunks);
    }

    String large() {
        return stores + " stores";
    }

    String small() {
        return smallStores == FULL.smallStores && products == FULL.products
                ? "default dataset"
                : smallStores + " stores";
    }

    int series() {
        return smallStores * products;
    }

    /** For a number of stores, everything else as by default. */
    Plan plan(int number) {
        return Plan.of(ConfigReader.resolve(
                null, new Overrides(null, number, products, null, null, null, null), Overrides.NONE));
    }

    /** The flags of {@code --full-new} for a number of stores. */
    String[] fullNew(int number, String database) {
        return new String[] {
            "--full-new",
            "--confirm",
            "--json",
            "--stores",
            String.valueOf(number),
            "--products",
            String.valueOf(products),
            "--database",
            database
        };
    }
}
