package io.theforge.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.theforge.config.model.Share;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StorePlanTest {
    private final Shop shop = new Shop();

    @Test
    void theFirstStoresOfManyAreTheStoresOfFew() {
        shop.stores = 500;
        List<Store> many = StorePlan.of(shop.config());
        for (int count : new int[] {1, 10, 499}) {
            shop.stores = count;
            assertThat(StorePlan.of(shop.config())).isEqualTo(many.subList(0, count));
        }
    }

    @Test
    void anotherSeedGivesOtherCitiesAndSizes() {
        List<Store> stores = StorePlan.of(shop.config());
        shop.seed = 43;
        List<Store> others = StorePlan.of(shop.config());
        assertThat(others)
                .extracting(Store::city)
                .isNotEqualTo(stores.stream().map(Store::city).toList());
        assertThat(others)
                .extracting(Store::size)
                .isNotEqualTo(stores.stream().map(Store::size).toList());
    }

    @Test
    void regionsHaveTheirSharesAtAnyCountAndTypesWithinARegion() {
        shop.stores = 203;
        shop.regions = List.of(new Share("North", 0.5), new Share("South", 0.3), new Share("Overseas", 0.2));
        shop.types = List.of(new Share("supermarket", 0.7), new Share("express", 0.3));
        List<Store> stores = StorePlan.of(shop.config());
        for (int count = 1; count <= stores.size(); count++) {
            List<Store> first = stores.subList(0, count);
            for (Share region : shop.regions) {
                long had = first.stream()
                        .filter(s -> s.region().equals(region.name()))
                        .count();
                assertThat((double) had).isCloseTo(region.share() * count, within(1.0));
                long express = first.stream()
                        .filter(s ->
                                s.region().equals(region.name()) && s.type().equals("express"))
                        .count();
                // One for the apportionment, one for where the group began.
                assertThat((double) express).isCloseTo(0.3 * had, within(2.0));
            }
        }
    }

    @Test
    void everyRegionHasEveryType() {
        shop.stores = 12;
        assertThat(StorePlan.of(shop.config()))
                .extracting(s -> s.region() + s.type())
                .doesNotHaveDuplicates();
    }

    @Test
    void citiesFitTheRegionAndComeAgainOnlyWhenAllWereThere() {
        shop.stores = 170;
        List<Store> stores = StorePlan.of(shop.config());
        assertThat(stores).extracting(Store::city).doesNotHaveDuplicates();
        for (Share region : shop.regions) {
            List<String> cities = WordList.of("cities", region.name()).lines();
            assertThat(cities).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
            assertThat(stores.stream()
                            .filter(s -> s.region().equals(region.name()))
                            .map(Store::city))
                    .isSubsetOf(cities);
        }
    }

    @Test
    void codesAndNamesAreUniqueAndFitTheirColumns() {
        shop.stores = 3_000;
        shop.types = Shop.equal("x".repeat(29) + "y", "\uD83D\uDED2".repeat(30));
        List<Store> stores = StorePlan.of(shop.config());
        assertThat(stores).extracting(Store::code).doesNotHaveDuplicates().startsWith("S00001", "S00002");
        assertThat(stores).extracting(Store::name).doesNotHaveDuplicates();
        assertThat(stores).allSatisfy(s -> {
            assertThat(s.name().codePointCount(0, s.name().length())).isLessThanOrEqualTo(100);
            assertThat(s.city().length()).isLessThanOrEqualTo(50);
        });
    }

    /** The mean of 20,000 sizes has a standard error of 0.0022; five of them fail once in two million seeds. */
    @Test
    void sizesHaveMeanOne() {
        shop.stores = 20_000;
        assertThat(StorePlan.of(shop.config()).stream()
                        .mapToDouble(Store::size)
                        .average()
                        .orElseThrow())
                .isCloseTo(1, within(0.011));
    }

    @Test
    void aLocaleWithOtherDigitsAndLettersGivesTheSame() {
        List<Store> stores = StorePlan.of(shop.config());
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(StorePlan.of(shop.config())).isEqualTo(stores);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
