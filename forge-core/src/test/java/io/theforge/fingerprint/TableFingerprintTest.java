package io.theforge.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import io.theforge.table.Table;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TableFingerprintTest {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    @Test
    void theLowHalfCarriesIntoTheHighAndTheHighOneIsCutOff() {
        TableFingerprint sum = new TableFingerprint();
        sum.add(0, -1);
        sum.add(0, 1);
        assertThat(sum).hasToString("0000000000000001" + "0000000000000000" + "-2");
        sum.add(-2, -1);
        assertThat(sum).hasToString("ffffffffffffffff" + "ffffffffffffffff" + "-3");
        sum.add(0, 1);
        assertThat(sum).hasToString("0".repeat(32) + "-4");
        assertThat(new TableFingerprint()).hasToString("0".repeat(32) + "-0").isNotEqualTo(sum);
    }

    @Property(tries = 200)
    void itIsTheSumOfTheHashesWhateverTheirOrderAndParts(
            @ForAll @Size(max = 20) List<Long> highs, @ForAll long low, @ForAll int cut) {
        BigInteger expected = BigInteger.ZERO;
        TableFingerprint forwards = new TableFingerprint();
        TableFingerprint[] parts = {new TableFingerprint(), new TableFingerprint()};
        for (int i = 0; i < highs.size(); i++) {
            long lowHalf = low * (i + 1);
            byte[] bytes = ByteBuffer.allocate(16)
                    .putLong(highs.get(i))
                    .putLong(lowHalf)
                    .array();
            expected = expected.add(new BigInteger(1, bytes)).mod(MODULUS);
            forwards.add(highs.get(i), lowHalf);
        }
        for (int i = highs.size() - 1; i >= 0; i--) {
            parts[Math.floorMod(cut + i, 3) == 0 ? 0 : 1].add(highs.get(i), low * (i + 1));
        }
        parts[0].add(parts[1]);
        assertThat(forwards).hasToString(String.format(Locale.ROOT, "%032x-%d", expected, highs.size()));
        assertThat(parts[0]).isEqualTo(forwards).hasSameHashCodeAs(forwards);
        assertThat(parts[0].rows()).isEqualTo(highs.size());
    }

    /** The encoding as the Javadoc tells it, put together here by other means. */
    @Test
    void aRowIsEncodedAsDocumented() {
        ByteBuffer row = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        text(row, "SKU-000002");
        row.put((byte) 0);
        text(row, "Käse 15% off");
        row.put((byte) 1).putInt(1_500);
        row.put((byte) 0);
        row.put((byte) 1).putLong(-12_345_678_901L);
        row.put((byte) 1).putInt(-19_000);
        row.put((byte) 1).put((byte) 1);
        text(row, "S00001");
        HashValue128 hash = Hashing.xxh3_128().hashBytesTo128Bits(row.array(), 0, row.position());

        FingerprintWriter writer = new FingerprintWriter(List.of("S00001"), List.of("SKU-000001", "SKU-000002"));
        writer.startRow(77);
        writer.product(1);
        writer.store(-1);
        writer.text("Käse 15% off");
        writer.basisPoints(1_500);
        writer.nothing();
        writer.cents(-12_345_678_901L);
        writer.date(-19_000);
        writer.bool(true);
        writer.store(0);
        writer.endRow();

        TableFingerprint expected = new TableFingerprint();
        expected.add(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
        assertThat(writer.fingerprint()).isEqualTo(expected);
    }

    private static void text(ByteBuffer row, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        row.put((byte) 1).putInt(utf8.length).put(utf8);
    }

    @Test
    void longTextsFit() {
        FingerprintWriter writer = new FingerprintWriter(List.of(), List.of());
        for (int length : new int[] {0, 300, 5_000}) {
            writer.startRow(0);
            writer.text("x".repeat(length));
            writer.integer(1);
            writer.endRow();
        }
        assertThat(writer.fingerprint().rows()).isEqualTo(3);
    }

    @Test
    void theDatasetsFingerprintCoversEveryTable() {
        TableFingerprint one = new TableFingerprint();
        one.add(1, 2);
        String empty = new DatasetFingerprint(Map.of(Table.STORE, new TableFingerprint())).toString();
        String store = new DatasetFingerprint(Map.of(Table.STORE, one)).toString();
        String product = new DatasetFingerprint(Map.of(Table.PRODUCT, one)).toString();
        assertThat(List.of(empty, store, product)).doesNotHaveDuplicates().allMatch(hex -> hex.matches("[0-9a-f]{32}"));
    }
}
