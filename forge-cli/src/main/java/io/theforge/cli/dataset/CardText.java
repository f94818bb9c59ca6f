package io.theforge.cli.dataset;

import io.theforge.database.realism.Band;
import io.theforge.database.realism.RealismCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The realism card, for people and for programs. */
public final class CardText {
    private static final String COLUMNS = "%-8s %-24s %9s  %-17s %-9s %s";

    private CardText() {}

    static List<String> lines(RealismCard card) {
        List<String> lines = new ArrayList<>();
        lines.add("realism of " + (card.scenario() == null ? "the dataset" : "scenario " + card.scenario())
                + (card.whyNothingIsPromised() == null
                        ? ""
                        : "; nothing is promised, because " + card.whyNothingIsPromised()));
        lines.add(String.format(Locale.ROOT, COLUMNS, "", "figure", "here", "real shops", "promised", "source"));
        for (RealismCard.Line line : card.lines()) {
            Band band = line.band();
            lines.add(String.format(
                    Locale.ROOT,
                    COLUMNS,
                    word(line.status()),
                    line.name(),
                    line.figure() == null ? "-" : number(line.figure()),
                    band == null ? "-" : number(band.low()) + " to " + number(band.high()),
                    line.promised() ? "yes" : "no",
                    band == null ? line.meaning() : band.source()));
        }
        return lines;
    }

    /** Returns it by the names of {@code --json}. */
    public static Map<String, Object> json(RealismCard card) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", card.scenario());
        json.put("promises_kept", card.kept());
        json.put("nothing_promised_because", card.whyNothingIsPromised());
        json.put("figures", card.lines().stream().map(CardText::json).toList());
        return json;
    }

    private static Map<String, Object> json(RealismCard.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        Band band = line.band();
        json.put("name", line.name());
        json.put("meaning", line.meaning());
        json.put("figure", line.figure());
        json.put("low", band == null ? null : band.low());
        json.put("high", band == null ? null : band.high());
        json.put("source", band == null ? null : band.source());
        json.put("promised", line.promised());
        json.put("status", word(line.status()));
        return json;
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, Math.abs(figure) < 10 ? "%.3f" : "%.1f", figure);
    }

    private static String word(RealismCard.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
