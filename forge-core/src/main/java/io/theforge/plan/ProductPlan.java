package io.theforge.plan;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.ProductsConfig;
import io.theforge.config.model.Share;
import io.theforge.plan.Assortment.Article;
import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import io.theforge.random.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** The products of a configuration. Products to come do not change those that are there. */
final class ProductPlan {
    private static final int NAME_LIMIT = 200;
    private static final int MIN_CENTS = 19;
    private static final int MAX_CENTS = 399_99;
    private static final double PREMIUM = 1.3;
    private static final double GENERIC = 0.8;
    /** Its square is still a number. */
    private static final double MAX_RELATIVE_SPREAD = 1e100;
    /** Below a week, so that a delivery is there before the next order. */
    private static final int MAX_LEAD_DAYS = 6;

    private final ForgeConfig config;
    private final List<Assortment> assortments = new ArrayList<>();
    /** By category, then by noun. */
    private final List<double[]> nounFactors = new ArrayList<>();

    private final List<Deck<Article>> articles = new ArrayList<>();

    private ProductPlan(ForgeConfig config) {
        this.config = config;
        long nameKey = key(Stream.PRODUCT_NAME);
        Map<String, Deck<Article>> decks = new HashMap<>();
        for (Share category : config.products().categories()) {
            Assortment assortment = Assortment.of(category.name());
            assortments.add(assortment);
            nounFactors.add(assortment.nounFactors(
                    Keys.derive(key(Stream.PRODUCT_PRICE), assortment.list().key())));
            articles.add(decks.computeIfAbsent(
                    assortment.list().name(),
                    name -> new Deck<>(
                            assortment.articles(),
                            Keys.derive(nameKey, assortment.list().key()))));
        }
    }

    /**
     * Returns all products, by index. Categories have their shares at any count, brands theirs within a category. Per product one
     * draw each for price, cost, popularity, elasticity, lead time and case pack; for its days see {@link LifeCycle}.
     */
    public static List<Product> of(ForgeConfig config) {
        return new ProductPlan(config).products();
    }

    private List<Product> products() {
        ProductsConfig products = config.products();
        Apportionment categories = new Apportionment(products.categories(), 0);
        List<Apportionment> brands = new ArrayList<>();
        for (int i = 0; i < products.categories().size(); i++) {
            brands.add(new Apportionment(products.brands(), i));
        }
        Names names = new Names(NAME_LIMIT);
        LifeCycle lifeCycle = new LifeCycle(config);
        List<Product> plan = new ArrayList<>(products.count());
        for (int i = 0; i < products.count(); i++) {
            int c = categories.next();
            String category = products.categories().get(c).name();
            String brand = products.brands().get(brands.get(c).next()).name();
            Article article = articles.get(c).next();
            double usualCents = assortments.get(c).medianCents() * nounFactors.get(c)[article.noun()];
            int priceCents = priceCents(i, usualCents * article.packFactor(), brand);
            LifeCycle.Life life = lifeCycle.next();
            plan.add(new Product(
                    i,
                    Product.skuOf(i),
                    names.give(brand + " " + article.name().replace("{category}", category)),
                    category,
                    brand,
                    priceCents,
                    costCents(i, assortments.get(c), priceCents),
                    popularity(i),
                    elasticity(i),
                    leadTimeDays(i, category),
                    casePackUnits(i),
                    life.launchDay(),
                    life.lastDay()));
        }
        return List.copyOf(plan);
    }

    /** Returns a price, log-normal around what the article usually costs, a brand's factor on top, with a retail ending. */
    private int priceCents(int index, double usualCents, String brand) {
        double factor = StrictMath.exp(Assortment.PRODUCT_SPREAD * normal(Stream.PRODUCT_PRICE, index));
        double cents = usualCents * brandFactor(brand) * factor;
        return RetailEnding.nearest((int) Math.min(MAX_CENTS, Math.max(MIN_CENTS, cents + 0.5)));
    }

    private static double brandFactor(String brand) {
        return switch (brand.toLowerCase(Locale.ROOT)) {
            case "premium" -> PREMIUM;
            case "generic" -> GENERIC;
            default -> 1;
        };
    }

    /** Returns the price less a margin, uniform in the category's range: above 0 and below the price. */
    private int costCents(int index, Assortment assortment, int priceCents) {
        double u = Keys.uniform(key(Stream.PRODUCT_COST), index);
        double margin = assortment.lowMargin() + u * (assortment.highMargin() - assortment.lowMargin());
        int cents = (int) (priceCents * (1 - margin) + 0.5);
        return Math.max(1, Math.min(priceCents - 1, cents));
    }

    private double popularity(int index) {
        double sigma = config.products().demandSpread();
        return StrictMath.exp(sigma * (normal(Stream.PRODUCT_POPULARITY, index) - sigma / 2));
    }

    /** Returns the elasticity: log-normal in size, so never above 0, with exactly the configured mean and standard deviation. */
    private double elasticity(int index) {
        double mean = config.retail().priceElasticity();
        double spread = config.retail().elasticitySpread();
        if (mean == 0 || spread == 0) {
            return mean;
        }
        double relative = Math.min(MAX_RELATIVE_SPREAD, spread / -mean);
        double sigma = StrictMath.sqrt(StrictMath.log1p(relative * relative));
        return mean * StrictMath.exp(sigma * (normal(Stream.PRODUCT_ELASTICITY, index) - sigma / 2));
    }

    private int leadTimeDays(int index, String category) {
        int own = 1 + Keys.below(key(Stream.PRODUCT_LEAD_TIME), index, MAX_LEAD_DAYS);
        return config.stock().supplyOf(category).leadTimeDays(own);
    }

    /** Returns the units in a case, drawn by the shares of the sizes. */
    private int casePackUnits(int index) {
        SortedMap<Integer, Double> shares = config.stock().casePacks();
        double sum = shares.values().stream().reduce(0.0, Double::sum);
        double left = Keys.uniform(key(Stream.PRODUCT_CASE_PACK), index) * sum;
        int units = 1;
        for (Map.Entry<Integer, Double> size : shares.entrySet()) {
            units = size.getKey();
            left -= size.getValue();
            if (left < 0) {
                break;
            }
        }
        return units;
    }

    private double normal(Stream stream, int index) {
        return NormalQuantile.of(Keys.uniform(key(stream), index));
    }

    private long key(Stream stream) {
        return Keys.key(config.seed(), stream);
    }
}
