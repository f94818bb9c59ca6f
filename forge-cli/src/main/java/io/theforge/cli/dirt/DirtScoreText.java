package io.theforge.cli.dirt;

import io.theforge.cli.result.Columns;
import io.theforge.cli.result.Numbers;
import io.theforge.export.dirt.score.DirtScore;
import io.theforge.export.dirt.score.DirtScore.Example;
import io.theforge.export.dirt.score.DirtScore.KindScore;
import io.theforge.export.dirt.score.DirtScore.Missed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The score for people. */
final class DirtScoreText {
    private static final int MISSED_SHOWN = 10;
    private static final int EXAMPLES_SHOWN = 3;
    private static final int LETTERS_SHOWN = 30;

    private DirtScoreText() {}

    static List<String> lines(DirtScore score) {
        List<String> lines = new ArrayList<>();
        lines.add(Numbers.rows(score.rejected()) + " rejected: " + Numbers.whole(score.hits()) + " dirty, "
                + Numbers.whole(score.cleanRejected()) + " clean"
                + (score.notCounted() == 0 ? "; " : ", " + Numbers.whole(score.notCounted()) + " not counted; ")
                + Numbers.rows(score.dirty()) + (score.dirty() == 1 ? " is" : " are") + " dirty in all");
        lines.add("");
        Columns columns = new Columns("kind", "injections", "to find", "found", "recall", "precision", "F1");
        add(columns, score.all());
        score.kinds().forEach(kind -> add(columns, kind));
        lines.addAll(columns.lines());
        lines.add("");
        lines.addAll(missed(score.missed()));
        lines.add("");
        lines.add("clean rows rejected: " + Numbers.whole(score.cleanRejected())
                + (score.falseAlarms().isEmpty()
                        ? ""
                        : ", " + String.join(", ", score.falseAlarms())
                                + (score.cleanRejected() > score.falseAlarms().size() ? ", ..." : "")));
        score.notes().forEach(note -> lines.add("note: " + note));
        return lines;
    }

    private static void add(Columns columns, KindScore kind) {
        columns.add(
                kind.kind(),
                Numbers.whole(kind.injections()),
                Numbers.whole(kind.toFind()),
                Numbers.whole(kind.found()),
                percent(kind.recall()),
                percent(kind.precision()),
                percent(kind.f1()));
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static List<String> missed(List<Missed> all) {
        if (all.isEmpty()) {
            return List.of("slipped through: nothing");
        }
        List<String> lines = new ArrayList<>();
        lines.add("slipped through, worst first");
        all.stream().limit(MISSED_SHOWN).forEach(missed -> {
            lines.add("  " + missed.severity() + ": " + missed.kind()
                    + (missed.column().isEmpty() ? "" : " in " + missed.column()) + ", "
                    + Numbers.whole(missed.missed()) + " of " + Numbers.whole(missed.toFind()));
            lines.add("    "
                    + missed.examples().stream()
                            .limit(EXAMPLES_SHOWN)
                            .map(DirtScoreText::example)
                            .collect(Collectors.joining("; ")));
        });
        if (all.size() > MISSED_SHOWN) {
            lines.add("  and " + Numbers.whole(all.size() - MISSED_SHOWN) + " more, which --json lists");
        }
        return lines;
    }

    /** "sales_daily.csv:17 3 -> -3"; of a row that is there as it was, but elsewhere, only where it is. */
    private static String example(Example example) {
        String place = example.file() + ":" + example.line();
        if (Objects.equals(example.clean(), example.dirty())) {
            return place;
        }
        return place
                + (example.clean() == null ? " added" : " " + shown(example.clean()) + " -> " + shown(example.dirty()));
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "(empty)";
        }
        String line = value.replaceAll("\\R", " ");
        String cut = line.length() <= LETTERS_SHOWN ? line : line.substring(0, LETTERS_SHOWN) + "...";
        return cut.equals(cut.strip()) ? cut : '"' + cut + '"';
    }
}
