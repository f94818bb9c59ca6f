package io.theforge.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.series.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What comes out is an API: the fingerprints of a few small datasets, written down. A change of any value of any of them
 * fails here. Where the change is wanted, announce it in the changelog and copy {@code target/golden-fingerprints.txt}, which
 * every run of this test writes, over the resource file of that name.
 */
class GoldenFingerprintsTest {
    private static final String RESULTS = "--- fingerprints\n";
    private static final String NEXT = "=== ";

    @Test
    void datasetsAreTheSameAsEver() throws IOException {
        String golden = resource();
        String[] sections = golden.split("(?m)^" + NEXT);
        StringBuilder actual = new StringBuilder(sections[0]);
        for (int i = 1; i < sections.length; i++) {
            String described = sections[i].substring(0, sections[i].indexOf(RESULTS));
            actual.append(NEXT).append(described).append(RESULTS);
            DatasetFingerprint fingerprint =
                    Fingerprints.of(Dataset.plan(described.substring(described.indexOf('\n') + 1)));
            fingerprint
                    .tables()
                    .forEach((table, sum) -> actual.append(table.sqlName())
                            .append(' ')
                            .append(sum)
                            .append('\n'));
            actual.append("dataset ").append(fingerprint).append("\n\n");
        }
        Path found = Path.of("target", "golden-fingerprints.txt");
        Files.createDirectories(found.getParent());
        Files.writeString(found, actual);
        assertThat(actual.toString()).isEqualTo(golden);
    }

    private static String resource() throws IOException {
        try (InputStream in = GoldenFingerprintsTest.class.getResourceAsStream("golden-fingerprints.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
