package io.theforge.demand;

import io.theforge.config.Scenarios;
import io.theforge.config.model.ConfigException;
import io.theforge.config.model.Shock;
import io.theforge.plan.Plan;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Refuses a demand event that would do nothing, because no store or no product fits all of its filters. */
public final class ShockReach {
    private static final int LISTED = 8;

    private ShockReach() {}

    /**
     * The events of a scenario as it comes are let pass: whether they reach anything is a matter of the size of the shop, and the
     * scenario can be tried on a small one.
     *
     * @throws ConfigException at the path of the event, naming what there is
     */
    public static void check(Plan plan) {
        if (plan.config().scenario() != null
                && !Scenarios.changedKeys(plan.config()).contains("shocks")) {
            return;
        }
        List<Shock> shocks = plan.config().shocks();
        for (int i = 0; i < shocks.size(); i++) {
            Shock shock = shocks.get(i);
            String path = "shocks[" + i + "]";
            check(
                    path,
                    shock.name(),
                    "stores",
                    plan.stores(),
                    store -> shock.stores().isEmpty() || shock.stores().contains(store.code()),
                    store -> ShockFactors.reaches(shock, store),
                    store -> store.code() + " (" + store.region() + ", " + store.type() + ")");
            check(
                    path,
                    shock.name(),
                    "products",
                    plan.products(),
                    product -> shock.products().isEmpty() || shock.products().contains(product.sku()),
                    product -> ShockFactors.reaches(shock, product),
                    product -> product.sku() + " (" + product.category() + ", " + product.brand() + ")");
        }
    }

    private static <T> void check(
            String path,
            String name,
            String things,
            List<T> all,
            Predicate<T> named,
            Predicate<T> reached,
            Function<T, String> description) {
        if (all.stream().anyMatch(reached)) {
            return;
        }
        List<T> there = all.stream().filter(named).toList();
        String list = there.stream().limit(LISTED).map(description).collect(Collectors.joining(", "));
        String more = there.size() > LISTED ? " and " + (there.size() - LISTED) + " more" : "";
        throw new ConfigException(
                path + " \"" + name + "\" reaches nothing: none of the " + things + " fits all of its filters",
                "limit it to what there is: " + list + more,
                path);
    }
}
