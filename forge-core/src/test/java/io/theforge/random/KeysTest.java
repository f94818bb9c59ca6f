package io.theforge.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);
    private static final BigInteger GAMMA = new BigInteger("9E3779B97F4A7C15", 16);
    private static final BigInteger FIRST_FACTOR = new BigInteger("BF58476D1CE4E5B9", 16);
    private static final BigInteger SECOND_FACTOR = new BigInteger("94D049BB133111EB", 16);

    @Test
    void bitsAreThePublishedOutputsOfSplitMix64() {
        String[] published = {
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821"
        };
        for (int index = 0; index < published.length; index++) {
            assertThat(Long.toUnsignedString(Keys.bits(1234567, index))).isEqualTo(published[index]);
        }
    }

    @Property
    void bitsEqualTheGeneratorWrittenWithoutOverflow(@ForAll long key, @ForAll long index) {
        BigInteger state = unsigned(key).add(unsigned(index).add(BigInteger.ONE).multiply(GAMMA));
        assertThat(Keys.bits(key, index)).isEqualTo(mix(state.mod(TWO_TO_64)).longValue());
    }

    /** Worked out elsewhere with unbounded integers: were one of these to change, every dataset would. */
    @Test
    void keysNeverChange() {
        long demand = Keys.key(42, Stream.DEMAND);
        long pair = Keys.derive(demand, 3_000_000_000L);
        assertThat(demand).isEqualTo(0xE07B4B55542EF196L);
        assertThat(pair).isEqualTo(0xED871D2E097FC99FL);
        assertThat(Keys.bits(pair, 5_000_000_000L)).isEqualTo(0x260AF0FE0544EE94L);
        assertThat(Keys.uniform(pair, 5_000_000_000L)).isEqualTo(0.14860445214914686);
    }

    @Test
    void theFarEndOfTheStreamRepeatsNothing() {
        long[] starts = {0, 1L << 31, 1L << 32, 1L << 33, 1L << 53, Long.MAX_VALUE - 9_999, -10_000};
        Set<Long> bits = new HashSet<>();
        Set<Long> keys = new HashSet<>();
        for (long start : starts) {
            for (int i = 0; i < 10_000; i++) {
                bits.add(Keys.bits(42, start + i));
                keys.add(Keys.derive(42, start + i));
            }
        }
        assertThat(bits).hasSize(starts.length * 10_000);
        assertThat(keys).hasSize(starts.length * 10_000);
    }

    /** The odds that a key is met twice by chance are below 1e-8. */
    @Test
    void seedsStreamsAndThingsHaveKeysOfTheirOwn() {
        Set<Long> keys = new HashSet<>();
        for (long seed = -10; seed < 10; seed++) {
            for (Stream stream : Stream.values()) {
                long key = Keys.key(seed, stream);
                keys.add(key);
                for (int i = 0; i < 1_000; i++) {
                    keys.add(Keys.derive(key, i));
                }
            }
        }
        assertThat(keys).hasSize(20 * Stream.values().length * 1_001);
    }

    @Test
    void aUniformNumberStaysInsideZeroAndOneAtBothExtremes() {
        long allZero = keyWhoseFirstBitsAre(BigInteger.ZERO);
        long allOne = keyWhoseFirstBitsAre(TWO_TO_64.subtract(BigInteger.ONE));
        assertThat(Keys.bits(allZero, 0)).isZero();
        assertThat(Keys.bits(allOne, 0)).isEqualTo(-1);
        assertThat(Keys.uniform(allZero, 0)).isEqualTo(0x1p-53);
        assertThat(Keys.uniform(allOne, 0)).isEqualTo(1 - 0x1p-53);
        assertThat(Keys.below(allZero, 0, Integer.MAX_VALUE)).isZero();
        assertThat(Keys.below(allOne, 0, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE - 1);
    }

    @Property
    void belowStaysBelowItsBound(@ForAll long key, @ForAll long index, @ForAll @IntRange(min = 1) int bound) {
        assertThat(Keys.below(key, index, bound)).isBetween(0, bound - 1);
    }

    private static BigInteger mix(BigInteger z) {
        z = z.xor(z.shiftRight(30)).multiply(FIRST_FACTOR).mod(TWO_TO_64);
        z = z.xor(z.shiftRight(27)).multiply(SECOND_FACTOR).mod(TWO_TO_64);
        return z.xor(z.shiftRight(31));
    }

    /** The mixing steps undone one by one, back to the state and from there to the key. */
    private static long keyWhoseFirstBitsAre(BigInteger bits) {
        BigInteger z = undoShift(bits, 31).multiply(SECOND_FACTOR.modInverse(TWO_TO_64));
        z = undoShift(z.mod(TWO_TO_64), 27).multiply(FIRST_FACTOR.modInverse(TWO_TO_64));
        z = undoShift(z.mod(TWO_TO_64), 30);
        return z.subtract(GAMMA).longValue();
    }

    private static BigInteger undoShift(BigInteger z, int shift) {
        return z.xor(z.shiftRight(shift)).xor(z.shiftRight(2 * shift));
    }

    private static BigInteger unsigned(long value) {
        return BigInteger.valueOf(value).mod(TWO_TO_64);
    }
}
