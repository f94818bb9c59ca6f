package io.theforge.export.dirt;

import io.theforge.config.model.ConfigException;
import io.theforge.config.model.DateRange;
import io.theforge.config.model.DirtRule;
import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import io.theforge.text.NearestWord;
import java.util.List;

/** Asks whether the stores, products and days of a rule are in the dataset: one that reaches no row would spoil nothing, without a word. */
record ReachCheck(DirtRule rule, Plan plan) {

    /** @throws ConfigException naming what is not there */
    void check() {
        List<String> stores = plan.stores().stream().map(Store::code).toList();
        List<String> products = plan.products().stream().map(Product::sku).toList();
        rule.stores().forEach(code -> require(code, "store", stores));
        rule.products().forEach(sku -> require(sku, "product", products));
        DateRange range = plan.config().dateRange();
        boolean isBefore = rule.end() != null && rule.end().isBefore(range.start());
        boolean isBehind = rule.start() != null && rule.start().isAfter(range.end());
        if (isBefore || isBehind) {
            throw wrong(
                    "its days are none of the dataset, which runs from " + range.start() + " to " + range.end(),
                    "give days of the dataset, or leave them out");
        }
    }

    private void require(String code, String thing, List<String> known) {
        if (!known.contains(code)) {
            throw wrong(
                    "\"" + code + "\" is no " + thing + " of the dataset",
                    NearestWord.of(code, known)
                                    .map(word -> "did you mean " + word + "? They run")
                                    .orElse("they run")
                            + " from " + known.get(0) + " to " + known.get(known.size() - 1));
        }
    }

    private ConfigException wrong(String message, String remedy) {
        return new ConfigException(rule.kind().word() + ": " + message, remedy, rule.place());
    }
}
