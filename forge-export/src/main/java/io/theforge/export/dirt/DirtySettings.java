package io.theforge.export.dirt;

import io.theforge.config.model.DirtRule;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import java.util.Comparator;
import java.util.List;

/**
 * What dirt hangs on: the rules in the order of their kinds, and the dataset.
 *
 * @param key of all draws
 * @param stores codes by index
 * @param products SKUs by index
 * @param firstDay of the dataset, in days since 1970-01-01
 */
record DirtySettings(
        List<DirtRule> rules, long key, List<String> stores, List<String> products, int firstDay, int lastDay) {

    static DirtySettings of(List<DirtRule> rules, Plan plan) {
        return new DirtySettings(
                rules.stream().sorted(Comparator.comparing(DirtRule::kind)).toList(),
                Keys.key(plan.config().seed(), Stream.DIRT),
                plan.stores().stream().map(Store::code).toList(),
                plan.products().stream().map(Product::sku).toList(),
                plan.epochDay(0),
                plan.epochDay(plan.days() - 1));
    }
}
