package io.theforge.plan;

/**
 * One shop.
 *
 * @param index from 0; a store does not depend on how many there are
 * @param code natural key, "S00001"
 * @param size factor of demand, mean 1 in the population
 */
public record Store(int index, String code, String name, String region, String city, String type, double size) {

    /** Returns the natural key of the store with an index, in every dataset. */
    public static String codeOf(int index) {
        return Names.code("S", index + 1, 5);
    }
}
