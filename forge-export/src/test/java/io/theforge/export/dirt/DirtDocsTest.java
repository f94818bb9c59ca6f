package io.theforge.export.dirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.theforge.export.dirt.kind.Effect;
import io.theforge.export.dirt.kind.Kind;
import io.theforge.export.dirt.kind.Kinds;
import io.theforge.export.dirt.kind.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documentation's tables of kinds and presets are those of the code. After a change, {@code -Dforge.docs=write} writes them anew. */
class DirtDocsTest {
    private static final Path DOCS = Path.of("..", "docs", "reference", "dirt.md");

    @Test
    void theDocumentationListsTheKindsAndPresetsOfTheCode() throws IOException {
        String text = Files.readString(DOCS);
        String current = replace(replace(text, "kinds", kinds()), "presets", presets());
        if ("write".equals(System.getProperty("forge.docs"))) {
            Files.writeString(DOCS, current);
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

    private static String kinds() {
        StringBuilder table =
                new StringBuilder("| kind | what is wrong | of | where | limits | formats | severity | detectable |\n");
        table.append("|---|---|---|---|---|---|---|---|\n");
        for (Kind kind : Kinds.ALL) {
            table.append("| `").append(kind.word()).append("` | ").append(kind.does());
            table.append(" | ")
                    .append(
                            switch (kind.unit()) {
                                case ROW -> "rows";
                                case STORE_DAY -> "a store's days";
                                case FILE -> "files";
                            });
            table.append(" | ").append(kind.tables());
            table.append(" | ").append(limits(kind));
            table.append(" | ").append(kind.formats().size() == 4 ? "all" : String.join(", ", kind.formats()));
            table.append(" | ").append(kind.severity());
            table.append(" | ").append(kind.isDetectable() ? "yes" : "no").append(" |\n");
        }
        return table.toString();
    }

    private static String limits(Kind kind) {
        List<String> limits = new ArrayList<>();
        if (kind.takesColumn()) {
            limits.add("column");
        }
        if (kind.unit() != Unit.FILE) {
            limits.add("stores");
        }
        if (kind.unit() == Unit.ROW) {
            limits.add("products");
        }
        if (kind.effect() == Effect.COLUMNS) {
            limits.add("dates in jsonl and json");
        } else if (kind.effect() != Effect.BYTES) {
            limits.add("dates");
        }
        return limits.isEmpty() ? "-" : String.join(", ", limits);
    }

    private static String presets() {
        StringBuilder table = new StringBuilder("| preset | what it is for |\n|---|---|\n");
        for (String name : DirtPresets.NAMES) {
            table.append("| `").append(name).append("` | ");
            table.append(DirtPresets.text(name).lines().findFirst().orElse("").replaceFirst("^# *", ""))
                    .append(" |\n");
        }
        return table.toString();
    }
}
