package io.theforge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {

    private static final List<String> FLAGS = List.of("--stores", "--products", "--scope", "--scenario", "--seed");

    @ParameterizedTest
    @CsvSource({
        "--store, --stores",
        "--prodcuts, --products",
        "--SEED, --seed",
        "--scenarios, --scenario",
        "--skope, --scope"
    })
    void aSlipOfTheFingerIsRecognised(String word, String meant) {
        assertThat(NearestWord.of(word, FLAGS)).contains(meant);
    }

    @Test
    void whatIsNothingLikeAKnownWordIsNotGuessed() {
        assertThat(NearestWord.of("--verbose", FLAGS)).isEmpty();
        assertThat(NearestWord.of("", FLAGS)).isEmpty();
        assertThat(NearestWord.of("x".repeat(1_000_000), FLAGS)).isEmpty();
        assertThat(NearestWord.of("--seed", List.of())).isEmpty();
    }

    @Test
    void ofEquallyNearWordsTheFirstIsTaken() {
        assertThat(NearestWord.of("cat", List.of("bat", "hat"))).contains("bat");
    }
}
