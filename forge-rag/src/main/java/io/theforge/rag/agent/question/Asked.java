package io.theforge.rag.agent.question;

import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Catalog.Store;
import io.theforge.rag.agent.table.Period;
import io.theforge.rag.agent.table.Scope;
import io.theforge.rag.agent.text.Dates;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Of what figures are asked for: of each thing that is named, in each period. */
final class Asked {
    private static final Pattern OF_CATEGORY = Pattern.compile("\\bcategory\\b");
    private static final Pattern RANGE = Pattern.compile("\\b(?:from|between)\\s\\|{1,20}\\s(?:to|and|until)\\s\\|");

    private final Mentions named;
    private final Likely likely;
    private final Catalog catalog;
    private final boolean isOfAll;

    /** @param isOfAll whether two months that a question goes from and to stand for all between */
    Asked(Mentions named, Likely likely, Catalog catalog, boolean isOfAll) {
        this.named = named;
        this.likely = likely;
        this.catalog = catalog;
        this.isOfAll = isOfAll;
    }

    /** Returns how many figures that are, which may be too many to look up. */
    long count() {
        return (long) Math.max(1, likely.stores().size())
                * Math.max(1, likely.products().size())
                * Math.max(1, named.categories().size())
                * Math.max(1, named.regions().size())
                * periods().size();
    }

    List<Need> needs(Topic topic) {
        List<Scope> scopes = scopes();
        List<Need> needs = new ArrayList<>();
        for (Scope scope : scopes) {
            for (Period period : periods()) {
                needs.add(new Need(topic, scope, period, scopes.size() > 1 ? label(scope, scopes) : period.words()));
            }
        }
        return needs;
    }

    /** What a scope has that others have not. */
    private String label(Scope scope, List<Scope> scopes) {
        boolean isStores = scopes.stream().map(Scope::store).distinct().count() > 1;
        Store store = scope.store() == null ? null : catalog.store(scope.store());
        Product product = scope.sku() == null ? null : catalog.product(scope.sku());
        if (isStores && store != null) {
            return store.words();
        }
        if (product != null) {
            return product.words();
        }
        boolean isRegions = scopes.stream().map(Scope::region).distinct().count() > 1;
        return isRegions ? "the " + scope.region() + " region" : "the " + scope.category() + " category";
    }

    private List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        boolean isOfCategory =
                OF_CATEGORY.matcher(named.rest()).find() && named.categories().isEmpty();
        List<@Nullable Store> stores = orNull(likely.stores());
        List<@Nullable Product> products = orNull(likely.products());
        List<@Nullable String> categories = orNull(named.categories());
        List<@Nullable String> regions = orNull(likely.stores().isEmpty() ? named.regions() : List.of());
        for (Store store : stores) {
            for (Product product : products) {
                for (String category : categories) {
                    boolean isItsCategory = product != null && isOfCategory;
                    String of = isItsCategory && product != null ? product.category() : category;
                    String sku = product == null || isItsCategory ? null : product.sku();
                    for (String region : regions) {
                        scopes.add(new Scope(store == null ? null : store.code(), sku, of, region));
                    }
                }
            }
        }
        return scopes;
    }

    private static <T> List<@Nullable T> orNull(List<T> things) {
        List<@Nullable T> all = new ArrayList<>(things);
        if (all.isEmpty()) {
            all.add(null);
        }
        return all;
    }

    /** Returns the periods that figures are asked for: two months that a question goes from and to are all months between. */
    List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        for (Dates.Named date : named.dates()) {
            periods.add(Planner.period(date));
        }
        boolean isRange = periods.size() == 2
                && periods.stream().allMatch(Period::isMonth)
                && RANGE.matcher(named.rest()).find()
                && isOfAll;
        if (isRange) {
            List<Period> all = new ArrayList<>();
            for (YearMonth month :
                    new Period(periods.get(0).from(), periods.get(1).to()).months()) {
                all.add(Period.of(month));
            }
            return all;
        }
        return periods;
    }
}
