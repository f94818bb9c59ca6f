package io.theforge.cli.score;

import io.theforge.cli.result.Numbers;
import io.theforge.database.forecast.ReadForecasts;
import io.theforge.oracle.score.ForecastScore;
import io.theforge.oracle.score.GroupScore;
import io.theforge.oracle.score.SeriesGroups;
import io.theforge.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What has to be known beside the figures, one line each. */
final class ForecastNotes {
    private static final int SHOWN = 3;

    /** What was left out and how the figures are meant. */
    final List<String> notes = new ArrayList<>();

    /** What is probably wrong with the forecasts. */
    final List<String> warnings = new ArrayList<>();

    /** @param models best first; their rows are the same, so that what is missing is too */
    ForecastNotes(Plan plan, ReadForecasts read, List<ScoredModel> models) {
        ForecastScore score = models.get(0).score();
        notes.addAll(read.notes());
        notScored(plan, score).forEach(reason -> notes.add("cannot be scored, " + reason));
        coverage(plan, score);
        scales(score);
        warnings.addAll(read.warnings());
        warnings.addAll(ForecastDoubts.absurd(plan, read, score));
        for (ScoredModel model : models) {
            String of = models.size() == 1 ? "" : model.name() + ": ";
            ForecastDoubts.notes(plan, read, model).forEach(note -> notes.add(of + note));
            ForecastDoubts.leakage(model).forEach(warning -> warnings.add(of + warning));
        }
    }

    static GroupScore all(ForecastScore score) {
        return Objects.requireNonNull(score.groups().get(SeriesGroups.ALL));
    }

    /** "S00001 SKU-000001". */
    static String name(Plan plan, int pair) {
        return plan.stores().get(plan.storeOf(pair)).code() + " "
                + plan.products().get(plan.productOf(pair)).sku();
    }

    private static List<String> names(Plan plan, List<Integer> pairs) {
        List<String> names =
                pairs.stream().limit(SHOWN).map(pair -> name(plan, pair)).collect(Collectors.toList());
        if (pairs.size() > SHOWN) {
            names.add("...");
        }
        return names;
    }

    /** Forecasts that have nothing to be held against. */
    static List<String> notScored(Plan plan, ForecastScore score) {
        List<String> lines = new ArrayList<>();
        if (score.rowsNotRecorded() > 0) {
            lines.add("no record on that day: " + Numbers.whole(score.rowsNotRecorded()));
        }
        if (score.rowsNeverRecorded() > 0) {
            lines.add("series that are never recorded: " + Numbers.whole(score.rowsNeverRecorded()) + " ("
                    + String.join(", ", names(plan, score.seriesNeverRecorded())) + ")");
        }
        if (score.rowsColdStart() > 0) {
            lines.add("nothing known of the series at the cutoff: " + Numbers.whole(score.rowsColdStart()));
        }
        return lines;
    }

    private void coverage(Plan plan, ForecastScore score) {
        long scored = all(score).days();
        if (score.daysMissing() == 0) {
            return;
        }
        notes.add(String.format(
                Locale.ROOT,
                "coverage %.1f %%: not in the figures, because there is no forecast: %s of recorded series%s",
                100.0 * scored / (scored + score.daysMissing()),
                Numbers.counted(score.daysMissing(), "day"),
                score.seriesMissing().isEmpty()
                        ? ""
                        : "; no forecast at all for "
                                + Numbers.whole(score.seriesMissing().size()) + " series ("
                                + String.join(", ", names(plan, score.seriesMissing())) + ")"));
    }

    private void scales(ForecastScore score) {
        long without = all(score).seriesWithoutScale();
        if (without > 0) {
            notes.add(Numbers.whole(without)
                    + " series not in RMSSE: before their first cutoff they sold nothing, or the same every day");
        }
        if (score.seriesWithShortScale() > 0) {
            notes.add("RMSSE is unsure: its scale rests on fewer than " + ForecastScore.MIN_SCALE_DAYS
                    + " days before the first cutoff for " + Numbers.whole(score.seriesWithShortScale()) + " series");
        }
    }
}
