package io.theforge.export.dirt.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.export.dirt.DirtyShop;
import io.theforge.export.layout.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Any rules, in any format and layout, are undone to the clean bytes. */
class UndoPropertyTest {
    private static final Map<String, Map<String, String>> CLEAN = new HashMap<>();
    private static final String SHOP = """
            dimensions: {stores: {count: 2}, products: {count: 4}}
            date_range: {start: "2024-01-15", end: "2024-03-01"}
            time_series: {base_demand: 2}
            retail: {promotion_probability: 0.5, price_change_probability: 0.6}
            sparsity: {random_gaps_per_series: 1}
            """;

    @Property(tries = 100, seed = "2024", shrinking = ShrinkingMode.OFF)
    void anyRulesAreUndoneToTheCleanBytes(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Layout layout = random.nextInt(3) > 0 ? Layout.TABLES : random.nextBoolean() ? Layout.SERIES : Layout.INGEST;
        String[] formats = layout == Layout.INGEST
                ? new String[] {"json", "jsonl"}
                : new String[] {"csv", "csv", "jsonl", "json", "parquet"};
        String format = formats[random.nextInt(formats.length)];
        String rules = RandomRules.of(random);
        DirtyShop shop = DirtyShop.of(SHOP, format).with(layout);
        Path folder = Files.createTempDirectory("dirt");
        try {
            shop.dirtyAsFarAsItFits(rules, folder.resolve("dirty"));
            Undo.of(folder.resolve("dirty")).to(folder.resolve("undone"));
            assertThat(UndoTest.bytes(folder.resolve("undone")))
                    .as(format + " " + layout + " " + rules)
                    .isEqualTo(clean(shop, folder));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Map<String, String> clean(DirtyShop shop, Path folder) {
        return CLEAN.computeIfAbsent(shop.format() + shop.layout(), key -> {
            try {
                shop.clean(folder.resolve("clean"));
                return UndoTest.bytes(folder.resolve("clean"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
