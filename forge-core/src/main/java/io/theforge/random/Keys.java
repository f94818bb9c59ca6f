package io.theforge.random;

/**
 * Counter-based randomness: every number is a pure function of a key and an index, so no draw depends on how many came
 * before it.
 *
 * <p>The source is SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014):
 * {@link #bits} is the index-th output of the generator seeded with the key. Keys of things are derived from keys of
 * larger things: seed, then {@link Stream}, then store, product and so on.
 */
public final class Keys {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    /** Keeps derived keys away from the outputs of the key they come from: the fraction of sqrt(2) times 2^64, made odd. */
    private static final long DERIVE = 0x6A09E667F3BCC909L;

    private Keys() {}

    /** Returns the key of a stream of the dataset with this seed. */
    public static long key(long seed, Stream stream) {
        return derive(mix(seed), stream.id);
    }

    /** Returns the key of the index-th thing below a key. */
    public static long derive(long key, long index) {
        return mix(key ^ mix(index * GOLDEN_GAMMA + DERIVE));
    }

    /** Returns 64 uniform bits: output number {@code index} (from 0) of SplitMix64 seeded with {@code key}. */
    public static long bits(long key, long index) {
        return mix(key + (index + 1) * GOLDEN_GAMMA);
    }

    /** Returns a uniform number strictly between 0 and 1, a multiple of 2^-53: 52 bits and a half. */
    public static double uniform(long key, long index) {
        return ((bits(key, index) >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** Returns a uniform whole number in {@code 0 .. bound - 1}; the bias is below bound * 2^-52. */
    public static int below(long key, long index, int bound) {
        return (int) (uniform(key, index) * bound);
    }

    /** Returns the number mixed by Stafford's variant 13 of the MurmurHash3 finaliser, as in SplitMix64. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
