package io.theforge.rag.agent.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stores and products of the tables. */
public record Catalog(List<Store> stores, List<Product> products) {
    public static final Catalog EMPTY = new Catalog(List.of(), List.of());

    /** A row of the table store. */
    public record Store(
            String code,
            String name,
            @Nullable String region,
            @Nullable String city,
            @Nullable String type) {
        public String words() {
            return name + " (" + code + ")";
        }
    }

    /** A row of the table product. */
    public record Product(
            String sku,
            String name,
            @Nullable String category,
            @Nullable String brand,
            @Nullable BigDecimal basePrice,
            @Nullable BigDecimal baseCost) {
        public String words() {
            return name + " (" + sku + ")";
        }
    }

    public @Nullable Store store(String code) {
        return stores.stream()
                .filter(store -> store.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Product product(String sku) {
        return products.stream()
                .filter(product -> product.sku().equals(sku))
                .findFirst()
                .orElse(null);
    }

    /** Returns the categories, each once. */
    public List<String> categories() {
        return products.stream()
                .map(Product::category)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns the regions, each once. */
    public List<String> regions() {
        return stores.stream()
                .map(Store::region)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
