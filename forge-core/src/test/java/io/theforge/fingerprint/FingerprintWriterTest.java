package io.theforge.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Label("The fingerprint of rows")
class FingerprintWriterTest {
    private static final List<String> STORES = List.of("S0001", "S0002", "Store 3");
    private static final List<String> SKUS = List.of("SKU-1", "SKU-22", "A", "Größe");

    @Property
    @Label("does not hang on the rows before: keys that stand in the same place are as good as written anew")
    void rowByRow(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 3 * 16 - 1) Integer> rows) {
        FingerprintWriter together = new FingerprintWriter(STORES, SKUS);
        TableFingerprint oneByOne = new TableFingerprint();
        for (int row : rows) {
            write(together, row);
            FingerprintWriter alone = new FingerprintWriter(STORES, SKUS);
            write(alone, row);
            oneByOne.add(alone.fingerprint());
        }
        assertThat(together.fingerprint()).hasToString(oneByOne.toString());
    }

    /** A row whose keys stand behind a text of two lengths, and whose store may be missing, or whose keys are; not one as the next. */
    private static void write(FingerprintWriter out, int row) {
        out.startRow(row);
        out.text(row % 2 == 0 ? "a" : "bc");
        if (row / 16 == 0) {
            out.store(row % 4 - 1);
        } else {
            out.nothing();
        }
        out.integer(row);
        if (row / 16 < 2) {
            out.product(row / 4 % 4);
        } else {
            out.text("another table's");
        }
        out.cents(row * 100L);
        out.endRow();
    }
}
