package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.ProductsConfig;
import io.theforge.config.model.Share;
import io.theforge.config.model.StoresConfig;
import java.util.List;

/** Keys under {@code dimensions}. */
final class DimensionKeys {

    static final Key<ForgeConfig, Integer> STORES = Key.of(
            "dimensions.stores.count",
            new WholeNumber(1, 99_999),
            10,
            config -> config.stores().count(),
            "number of stores");
    static final Key<ForgeConfig, List<Share>> REGIONS = Key.of(
            "dimensions.stores.regions",
            new SharesType(new TextType(50)),
            equal("North", "South", "East", "West"),
            config -> config.stores().regions(),
            "regions, or region to share of stores");
    static final Key<ForgeConfig, List<Share>> STORE_TYPES = Key.of(
            "dimensions.stores.types",
            new SharesType(new TextType(30)),
            equal("supermarket", "express", "warehouse"),
            config -> config.stores().types(),
            "store types, or store type to share of stores");
    static final Key<ForgeConfig, Double> SIZE_SPREAD = Key.of(
            "dimensions.stores.size_spread",
            NumberType.SIGMA,
            0.3,
            config -> config.stores().sizeSpread(),
            "spread of store sizes (log-normal sigma)");

    static final Key<ForgeConfig, Integer> PRODUCTS = Key.of(
            "dimensions.products.count",
            new WholeNumber(1, 999_999),
            50,
            config -> config.products().count(),
            "number of products");
    static final Key<ForgeConfig, List<Share>> CATEGORIES = Key.of(
            "dimensions.products.categories",
            new SharesType(new TextType(100)),
            equal("Beverage", "Snack", "Dairy", "Frozen", "Produce", "Bakery"),
            config -> config.products().categories(),
            "categories, or category to share of products");
    static final Key<ForgeConfig, List<Share>> BRANDS = Key.of(
            "dimensions.products.brands",
            new SharesType(new TextType(100)),
            equal("BrandA", "BrandB", "BrandC", "Generic", "Premium"),
            config -> config.products().brands(),
            "brands, or brand to share of products");
    static final Key<ForgeConfig, Double> DEMAND_SPREAD = Key.of(
            "dimensions.products.demand_spread",
            NumberType.SIGMA,
            0.6,
            config -> config.products().demandSpread(),
            "spread of product popularity (log-normal sigma)");

    static final List<Key<ForgeConfig, ?>> ALL =
            List.of(STORES, REGIONS, STORE_TYPES, SIZE_SPREAD, PRODUCTS, CATEGORIES, BRANDS, DEMAND_SPREAD);

    private DimensionKeys() {}

    static StoresConfig stores(Values values) {
        return new StoresConfig(
                values.get(STORES), values.get(REGIONS), values.get(STORE_TYPES), values.get(SIZE_SPREAD));
    }

    static ProductsConfig products(Values values) {
        return new ProductsConfig(
                values.get(PRODUCTS), values.get(CATEGORIES), values.get(BRANDS), values.get(DEMAND_SPREAD));
    }

    private static List<Share> equal(String... names) {
        return List.of(names).stream()
                .map(name -> new Share(name, 1.0 / names.length))
                .toList();
    }
}
