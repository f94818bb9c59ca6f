package io.theforge.documents.kind;

/** Numbers from 0 to one less than a size, each once, in an order in which the first ones lie far apart. */
public record Spread(int size, int start, int stride) {

    /** @param start where it begins, 0 or more */
    public static Spread of(int size, int start) {
        int stride = Math.max(1, (int) (size * 0.618));
        while (gcd(stride, size) != 1) {
            stride++;
        }
        return new Spread(size, size == 0 ? 0 : start % size, stride);
    }

    /** Returns the i-th number. */
    public int at(int i) {
        return (int) ((start + (long) i * stride) % size);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? Math.max(1, a) : gcd(b, a % b);
    }
}
