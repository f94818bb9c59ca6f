package io.theforge.rag.agent.table;

import org.jspecify.annotations.Nullable;

/** Which rows are meant; null for all. @param store its code @param sku of the product */
public record Scope(
        @Nullable String store,
        @Nullable String sku,
        @Nullable String category,
        @Nullable String region) {
    public static final Scope ALL = new Scope(null, null, null, null);

    public static Scope ofStore(String code) {
        return new Scope(code, null, null, null);
    }

    public static Scope ofProduct(String sku) {
        return new Scope(null, sku, null, null);
    }

    public static Scope ofCategory(String category) {
        return new Scope(null, null, category, null);
    }
}
