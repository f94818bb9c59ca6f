package io.theforge.documents.fact;

/**
 * What a fact is about.
 *
 * @param key unique within its kind and stable: "S00003", "SKU-000017", "S00003/SKU-000017", "returns"
 * @param name as people say it: "the Lakeside Supermarket (S00003)"
 */
public record Subject(Kind kind, String key, String name) {
    /** What there is to be asked about. */
    public enum Kind {
        CHAIN,
        REGION,
        STORE,
        CATEGORY,
        BRAND,
        PRODUCT,
        /** A product in a store. */
        STORE_PRODUCT,
        /** A category in a store. */
        STORE_CATEGORY,
        PROMOTION,
        HOLIDAY,
        INCIDENT,
        SUPPLIER,
        /** A rule in one of its versions. */
        POLICY,
        MEETING,
        TERM
    }
}
