package io.theforge.demand;

import io.theforge.plan.Plan;
import io.theforge.plan.Product;
import io.theforge.plan.Store;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cannibalisation: what a pair loses to promotions of its siblings, the other products of its category in the same store. A promotion of product
 * {@code i} sells {@code e_i} units more than its mean without promotions, {@code b_i}; a share {@code s} of them is taken from the
 * siblings in proportion to theirs, so that the factor of product {@code j}, with a lift {@code L_j} of its own (or 1), on a day is
 *
 * <pre>1 - s / L_j * sum over i other than j of e_i / (B - b_i),      B = sum of all b_i</pre>
 *
 * Brand switching of this kind: van Heerde, Leeflang, Wittink, <i>Decomposing the Sales Promotion Bump with Store Data</i>,
 * Marketing Science 23, 2004. One instance per thread.
 */
final class SiblingPromotions {
    /** However strong the siblings' promotions, some customers stay. */
    private static final double MIN_FACTOR = 0.1;

    /** Less than this share of a category's demand is none but rounding. */
    private static final double NEGLIGIBLE = 1e-9;

    /** Sums are kept from pair to pair up to so many days, 8 MB; beyond it they are made again. */
    private static final int MAX_CACHED = 500_000;

    /** Of a category in a store, day by day: the siblings' regular demand and what all promotions take from it. */
    private static final class Category {
        final double[] regular;
        final double[] taken;

        Category(int days) {
            regular = new double[days];
            taken = new double[days];
        }
    }

    private final ExpectedDemand demand;
    private final double share;
    private final int firstDay;
    private final int days;
    private final Map<String, List<Product>> products;
    private final Map<String, Category> kept = new HashMap<>();
    private final double[] lift;
    private int keptOfStore = -1;

    /** @return null where siblings lose nothing */
    static @Nullable SiblingPromotions of(Plan plan, int firstDay) {
        return plan.config().retail().liftFromSiblings() == 0 ? null : new SiblingPromotions(plan, firstDay);
    }

    private SiblingPromotions(Plan plan, int firstDay) {
        demand = ExpectedDemand.withoutPromotions(plan, firstDay);
        share = plan.config().retail().liftFromSiblings();
        this.firstDay = firstDay;
        days = plan.plannedDays();
        products = plan.products().stream().collect(Collectors.groupingBy(Product::category));
        lift = new double[days];
    }

    /** Multiplies a column by what the pair's siblings take. */
    void apply(Store store, Product product, double[] column) {
        Category category = category(store, product.category());
        fill(store, product);
        for (int d = firstDay; d < days; d++) {
            double fromOthers = category.taken[d] - taken(category, d);
            if (fromOthers > NEGLIGIBLE) {
                column[d] *= Math.max(MIN_FACTOR, 1 - share * fromOthers / Math.max(1, lift[d]));
            }
        }
    }

    private Category category(Store store, String name) {
        if (keptOfStore != store.index()) {
            kept.clear();
            keptOfStore = store.index();
        }
        Category known = kept.get(name);
        if (known != null) {
            return known;
        }
        Category category = new Category(days);
        List<Product> all = products.getOrDefault(name, List.of());
        for (Product product : all) {
            demand.fill(store, product);
            for (int d = firstDay; d < days; d++) {
                category.regular[d] += demand.means[d];
            }
        }
        for (Product product : all) {
            fill(store, product);
            for (int d = firstDay; d < days; d++) {
                category.taken[d] += taken(category, d);
            }
        }
        if ((long) (kept.size() + 1) * days <= MAX_CACHED) {
            kept.put(name, category);
        }
        return category;
    }

    private void fill(Store store, Product product) {
        demand.fill(store, product);
        Arrays.fill(lift, firstDay, days, 1);
        demand.promotions().lift(product, store.index(), demand.regularCents, lift);
        demand.promotions().advertise(product, store.index(), lift);
    }

    /** Returns what the promotion of the product that was filled takes from its siblings, as a share of their regular demand. */
    private double taken(Category category, int day) {
        double extra = Math.max(0, lift[day] - 1) * demand.means[day];
        double siblings = category.regular[day] - demand.means[day];
        return extra > 0 && siblings > NEGLIGIBLE * category.regular[day] ? extra / siblings : 0;
    }
}
