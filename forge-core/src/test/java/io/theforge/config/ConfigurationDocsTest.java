package io.theforge.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documentation's tables of keys are those of the code. After a change, {@code -Dforge.docs=write} writes them anew. */
class ConfigurationDocsTest {
    private static final Path DOCS = Path.of("..", "docs", "reference", "configuration.md");

    @Test
    void theDocumentationListsTheKeysOfTheCode() throws IOException {
        String text = Files.readString(DOCS, StandardCharsets.UTF_8);
        String current = replace(text, "keys", table(KeyTable.FILE));
        current = replace(current, "holidays", rows(HolidayKeys.HOLIDAYS));
        current = replace(current, "calendar_effects", rows(CalendarEffectKeys.CALENDAR_EFFECTS));
        current = replace(current, "shocks", rows(EventKeys.SHOCKS));
        current = replace(current, "data_gaps", rows(EventKeys.DATA_GAPS));
        current = replace(current, "segments", rows(SegmentKeys.SEGMENTS));
        current = replace(current, "by_category", rows(PromotionKeys.BY_CATEGORY));
        current = replace(current, "supply", rows(StockKeys.SUPPLY));
        current = replace(current, "dirt", rows(DirtKeys.DIRT));
        if ("write".equals(System.getProperty("forge.docs"))) {
            Files.writeString(DOCS, current, StandardCharsets.UTF_8);
        } else {
            assertThat(text).isEqualTo(current);
        }
    }

    private static String replace(String text, String name, String table) {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        assertThat(text).contains(begin, end);
        return text.substring(0, text.indexOf(begin) + begin.length()) + table + text.substring(text.indexOf(end));
    }

    private static String rows(Key<?, ?> key) {
        return table(((RowsType<?>) key.type()).keys());
    }

    private static String table(List<? extends Key<?, ?>> keys) {
        StringBuilder table = new StringBuilder("| key | default | value | meaning |\n|---|---|---|---|\n");
        for (Key<?, ?> key : keys) {
            table.append("| `")
                    .append(key.path())
                    .append("` | ")
                    .append(fallback(key))
                    .append(" | ");
            table.append(key.type().describe())
                    .append(" | ")
                    .append(key.meaning())
                    .append(" |\n");
        }
        return table.toString();
    }

    private static <T> String fallback(Key<?, T> key) {
        T fallback = key.fallback();
        if (fallback == null) {
            return key.required() ? "required" : "-";
        }
        return "`" + key.type().write(fallback) + "`";
    }
}
