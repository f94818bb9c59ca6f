package io.theforge.documents.question;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How something went over several months. */
final class Developments {
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private Developments() {}

    static List<Pattern> of(Map<String, List<List<Statement>>> runs, Wording wording) {
        List<Pattern> patterns = new ArrayList<>();
        runs.forEach((group, list) -> {
            for (String edge : List.of("highest", "lowest")) {
                patterns.add(new Pattern(edge + "." + group, list.size(), (i, draw) -> {
                    List<Statement> run = list.get(i);
                    Statement found = edge(run, edge);
                    String question = wording.ask(draw, edge, run.get(0).fact(), span(run));
                    return question == null || found == null
                            ? null
                            : new Draft(
                                    question,
                                    Reply.month(YearMonth.parse(found.fact().period())),
                                    run,
                                    true,
                                    Scalars.sqlOfPeriod(run, edge.equals("highest") ? "DESC" : "ASC"));
                }));
            }
            patterns.add(new Pattern("change." + group, list.size(), (i, draw) -> {
                List<Statement> ends = ends(list.get(i));
                BigDecimal change = Scalars.number(ends.get(1)).subtract(Scalars.number(ends.get(0)));
                Fact first = ends.get(0).fact();
                boolean up = change.signum() > 0;
                String question = wording.ask(draw, up ? "up" : "down", first, span(ends));
                return question == null || change.signum() == 0
                        ? null
                        : new Draft(
                                question,
                                Reply.number(change.abs(), first.measure().unit(), BigDecimal.ZERO),
                                ends,
                                true,
                                Scalars.sql("abs(%s - %s)", ends));
            }));
            patterns.add(new Pattern(
                    "percent." + group, list.size(), (i, draw) -> percent(ends(list.get(i)), wording, draw)));
        });
        return patterns;
    }

    private static @Nullable Draft percent(
            List<Statement> ends, Wording wording, io.theforge.documents.text.Draw draw) {
        BigDecimal from = Scalars.number(ends.get(0));
        BigDecimal change = Scalars.number(ends.get(1)).subtract(from);
        Fact first = ends.get(0).fact();
        String noun = "noun." + first.measure().id();
        if (change.signum() == 0 || from.signum() <= 0 || !wording.has(noun)) {
            return null;
        }
        BigDecimal percent = change.abs().movePointRight(2).divide(from, 1, RoundingMode.HALF_UP);
        List<String> words = new ArrayList<>(List.of(span(ends)));
        words.addAll(List.of("what", wording.part(draw, noun)));
        String question = wording.say(
                draw, change.signum() > 0 ? "percent.up" : "percent.down", first, words.toArray(String[]::new));
        return new Draft(
                question,
                Reply.number(percent, "%", TENTH),
                ends,
                true,
                Scalars.sql("round(CAST(abs(%1$s - %2$s) * 100.0 / %1$s AS numeric(18, 6)), 1)", ends));
    }

    private static List<Statement> ends(List<Statement> run) {
        return List.of(run.get(0), run.get(run.size() - 1));
    }

    static String[] span(List<Statement> run) {
        return new String[] {
            "from",
            Wording.month(run.get(0).fact().period()),
            "to",
            Wording.month(run.get(run.size() - 1).fact().period())
        };
    }

    /** Returns the largest or smallest; null where several are. */
    private static @Nullable Statement edge(List<Statement> run, String edge) {
        List<Statement> sorted =
                run.stream().sorted(Comparator.comparing(Scalars::number)).toList();
        boolean high = edge.equals("highest");
        Statement first = sorted.get(high ? sorted.size() - 1 : 0);
        Statement second = sorted.get(high ? sorted.size() - 2 : 1);
        return Scalars.number(first).compareTo(Scalars.number(second)) == 0 ? null : first;
    }
}
