package io.theforge.database.forecast;

import io.theforge.oracle.forecast.ForecastModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns that are called as other tools call the ends of prediction intervals, such as Prophet's {@code yhat_lower}, and would be models. */
final class IntervalEnds {
    private static final Pattern END = Pattern.compile(
            "(?i)(?:(.*?)[-_. ]+)?(lower|lwr|lo|low|upper|upr|hi|high)(?:[-_. ]*(\\d+(?:[.]\\d+)?))?%?");
    /** Prophet's, where nothing else is said. */
    private static final String USUAL = "80";

    private IntervalEnds() {}

    /** Returns what is to be known of them: nothing, or one line. */
    static List<String> notes(List<ForecastModel> models) {
        List<String> names = models.stream().map(ForecastModel::name).toList();
        String other = names.stream()
                .filter(name -> !END.matcher(name).matches())
                .findFirst()
                .orElse("MODEL");
        List<String> found = new ArrayList<>();
        List<String> meant = new ArrayList<>();
        boolean isGuess = false;
        for (String name : names) {
            Matcher end = END.matcher(name);
            if (end.matches()) {
                String model = end.group(1) == null || end.group(1).isEmpty() ? other : end.group(1);
                String side = end.group(2).toLowerCase(Locale.ROOT).startsWith("l") ? "lo" : "hi";
                found.add(name);
                meant.add(model + "-" + side + "-" + (end.group(3) == null ? USUAL : end.group(3)));
                isGuess |= end.group(3) == null;
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        boolean one = found.size() == 1;
        return List.of(String.join(", ", found) + (one ? " looks like the end" : " look like ends")
                + " of an interval and " + (one ? "is scored as a model" : "are scored as models") + ": call "
                + (one ? "it " : "them ") + String.join(", ", meant)
                + (isGuess ? ", if it is one of " + USUAL + " per cent" : ""));
    }
}
