package io.theforge.rag.agent.question;

import io.theforge.rag.agent.text.Amount;
import io.theforge.rag.agent.text.Amounts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In what a question wants its number. @param units one of these; empty for any @param isOther whether it counts something else */
public record Wanted(List<String> units, boolean isOther) {
    private static final Pattern COUNT = Pattern.compile("\\bhow many ((?:\\p{L}+ ?){1,3})");
    private static final Pattern IN = Pattern.compile("\\bin (days|weeks|months|hours|minutes|units)\\b");
    private static final Pattern TIME =
            Pattern.compile("\\bwhat time\\b|\\bwhich hour\\b|\\bby when\\b|\\bat what hour\\b");
    private static final Pattern LONG =
            Pattern.compile("\\bhow long\\b|^\\W*(?:what|which) (?:is|was) the (?:[\\p{L}-]+ ){0,3}period\\b");
    private static final List<String> DURATIONS = List.of("days", "weeks", "months", "years", "hours", "minutes");
    private static final Pattern WARM = Pattern.compile("\\bhow (?:warm|cold|hot|cool)\\b|\\btemperature\\b");
    private static final Pattern MONEY = Pattern.compile(
            "\\bhow much\\b|\\bamount\\b|\\bprice\\b|\\bcost\\b|\\bfee\\b|\\bdeposit\\b|\\bfine\\b|\\bfloat\\b|\\bvalue\\b|\\bis paid for\\b");

    /** Reads a question. */
    public static Wanted in(String question) {
        String small = question.toLowerCase(Locale.ROOT);
        if (small.contains("per cent") || small.contains("percent") || small.contains("%")) {
            return new Wanted(List.of("%"), false);
        }
        if (TIME.matcher(small).find()) {
            return new Wanted(List.of("time"), false);
        }
        Matcher in = IN.matcher(small);
        if (in.find()) {
            return new Wanted(List.of(in.group(1)), false);
        }
        Matcher count = COUNT.matcher(small);
        if (count.find()) {
            for (String word : count.group(1).split(" ")) {
                String unit = Amounts.unit(word);
                if (unit != null) {
                    return new Wanted(List.of(unit), false);
                }
            }
            return new Wanted(List.of(), true);
        }
        if (LONG.matcher(small).find()) {
            return new Wanted(DURATIONS, false);
        }
        if (WARM.matcher(small).find()) {
            return new Wanted(List.of("degrees"), false);
        }
        return MONEY.matcher(small).find() ? new Wanted(List.of("USD"), false) : new Wanted(List.of("%", "USD"), false);
    }

    /** Returns the amounts that it may want. */
    public List<Amount> of(List<Amount> amounts) {
        return amounts.stream()
                .filter(amount -> !isOther && units.contains(amount.unit()))
                .toList();
    }
}
