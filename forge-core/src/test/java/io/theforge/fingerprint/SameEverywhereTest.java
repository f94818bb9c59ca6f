package io.theforge.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.plan.Plan;
import io.theforge.series.Dataset;
import io.theforge.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One dataset, whatever the machine's habits and whoever makes which part when. */
@Isolated
class SameEverywhereTest {
    private static final String SHOP = "dimensions: {stores: {count: 4, regions: [North, Istanbul]},"
            + " products: {count: 13, brands: [PREMIUM, generic, India]}}\n"
            + "date_range: {start: 2024-02-20, end: 2024-04-20}\n"
            + "time_series: {noise_spread: 0.2}\nretail: {promotion_probability: 0.5, stockout_probability: 0.1}\n"
            + "sparsity: {missing_combinations_pct: 0.2, random_gaps_per_series: 1}\n"
            + "holidays: [{every: \"03-17\", name: Fête, multiplier: 1.5}]\n";
    private static final String HERE = Fingerprints.of(Dataset.plan(SHOP)).toString();

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "ja-JP-u-ca-japanese", "de-DE"})
    void anotherLocaleGivesTheSame(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(Fingerprints.of(Dataset.plan(SHOP))).hasToString(HERE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "America/St_Johns", "Pacific/Pago_Pago"})
    void anotherTimeZoneGivesTheSame(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(Fingerprints.of(Dataset.plan(SHOP))).hasToString(HERE);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theOrderOfPairsDoesNotMatter() {
        Plan plan = Dataset.plan(SHOP);
        assertThat(Fingerprints.ofPairs(plan, shuffled(plan))).hasToString(HERE);
    }

    @Test
    void severalThreadsMakeTheSame() throws InterruptedException, ExecutionException {
        Plan plan = Dataset.plan(SHOP);
        List<Integer> pairs = shuffled(plan);
        ExecutorService workers = Executors.newFixedThreadPool(3);
        try {
            List<Future<Map<Table, TableFingerprint>>> parts = new ArrayList<>();
            for (int from = 0; from < pairs.size(); from += 7) {
                List<Integer> part = pairs.subList(from, Math.min(pairs.size(), from + 7));
                parts.add(workers.submit(() -> Fingerprints.ofSeries(plan, part)));
            }
            Map<Table, TableFingerprint> tables =
                    Fingerprints.ofPairs(plan, List.of()).tables();
            for (Future<Map<Table, TableFingerprint>> part : parts) {
                part.get().forEach((table, fingerprint) -> tables.get(table).add(fingerprint));
            }
            assertThat(new DatasetFingerprint(tables)).hasToString(HERE);
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Integer> shuffled(Plan plan) {
        List<Integer> pairs =
                new ArrayList<>(IntStream.range(0, plan.pairs()).boxed().toList());
        Collections.shuffle(pairs, new Random(1));
        return pairs;
    }

    @Test
    void anotherSeedGivesAnother() {
        assertThat(Fingerprints.of(Dataset.plan(SHOP + "seed: 43\n"))).doesNotHaveToString(HERE);
    }
}
