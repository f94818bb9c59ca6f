package io.theforge.rag.agent.question;

import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Catalog.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The stores and products that a question means, also where it gives a part of a name or a kind alone.
 *
 * @param unclear "product" or "store" where several fit and one is meant; null otherwise
 * @param choices which fit
 */
record Likely(
        List<Store> stores,
        List<Product> products,
        @Nullable String unclear,
        List<String> choices) {

    static Likely of(Mentions named, Catalog catalog) {
        List<Product> products = new ArrayList<>(named.products());
        List<Store> stores = new ArrayList<>(named.stores());
        if (products.isEmpty()) {
            for (String quote : named.quotes()) {
                List<Product> like = catalog.products().stream()
                        .filter(product -> hasWords(product.name(), quote))
                        .toList();
                if (like.size() > 1) {
                    return new Likely(
                            stores,
                            like,
                            "product",
                            like.stream().map(Product::words).toList());
                }
                products.addAll(like);
            }
        }
        if (stores.isEmpty()) {
            List<Store> like = ofKind(named, catalog);
            if (like.size() > 1) {
                return new Likely(
                        like, products, "store", like.stream().map(Store::words).toList());
            }
            stores.addAll(like);
        }
        return new Likely(stores, products, null, List.of());
    }

    /** "the supermarket in the West region" */
    private static List<Store> ofKind(Mentions named, Catalog catalog) {
        List<String> types = catalog.stores().stream()
                .map(Store::type)
                .filter(Objects::nonNull)
                .distinct()
                .filter(type -> hasWords(named.rest(), type))
                .toList();
        if (types.size() != 1 || named.rest().contains(types.get(0).toLowerCase(Locale.ROOT) + "s")) {
            return List.of();
        }
        return catalog.stores().stream()
                .filter(store -> types.get(0).equals(store.type()))
                .filter(store -> named.regions().isEmpty()
                        || named.regions().contains(Objects.requireNonNullElse(store.region(), "")))
                .toList();
    }

    /** Whether a text has some words one after another, in letters of any size. */
    static boolean hasWords(String text, String words) {
        String padded = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        String some = words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return !some.isEmpty() && padded.contains(" " + some + " ");
    }
}
