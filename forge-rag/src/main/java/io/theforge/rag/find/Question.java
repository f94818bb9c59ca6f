package io.theforge.rag.find;

import io.theforge.rag.text.Dates;
import io.theforge.rag.text.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question asks about.
 *
 * @param names things that it names
 * @param dates as {@link Dates} has them; of a span of months the ends first, then those between
 * @param words all its words
 * @param others those that are neither in a name nor in a date
 * @param kinds things that it does not name but means by what they have to do with others: "the supplier of ...", "the store that ..."
 */
record Question(List<Name> names, List<String> dates, Set<Long> words, Set<Long> others, Set<Long> kinds) {
    private static final int MOST_MONTHS = 12;
    private static final Pattern FROM = Pattern.compile("\\b(?:from|between)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TO =
            Pattern.compile("\\s*(?:to|and|until|till|through|-|–)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern KIND =
            Pattern.compile("\\b(?:the|which|whose)\\s+(\\p{L}+)(?!\\p{L}|\\s*;)", Pattern.CASE_INSENSITIVE);

    static Question of(String text) {
        StringBuilder others = new StringBuilder(text);
        List<String> dates = dates(text, others);
        List<Name> names = new ArrayList<>();
        for (Names.Found name : Names.in(others.toString())) {
            blank(others, name.start(), name.end());
            names.add(Name.of(name.forms()));
        }
        String rest = others.toString();
        Set<Long> kinds = new LinkedHashSet<>();
        Matcher kind = KIND.matcher(rest);
        while (kind.find()) {
            kinds.addAll(Words.counts(kind.group(1)).keySet());
        }
        return new Question(
                names, dates, Words.counts(text).keySet(), Words.counts(rest).keySet(), kinds);
    }

    /** Returns its date where it has one alone, else nothing. */
    String onlyDate() {
        return dates.size() == 1 ? dates.get(0) : "";
    }

    private static List<String> dates(String text, StringBuilder others) {
        Set<String> dates = new LinkedHashSet<>();
        List<Dates.Spelled> spelled = Dates.in(text);
        for (int i = 0; i < spelled.size(); i++) {
            Dates.Spelled date = spelled.get(i);
            blank(others, date.start(), date.end());
            Dates.Spelled before = i == 0 ? date : spelled.get(i - 1);
            if (date.isYear()) {
                // beside a month it says nothing more
                if (dates.isEmpty()) {
                    dates.add(date.date());
                }
            } else if (before.end() <= date.start()
                    && TO.matcher(text.substring(before.end(), date.start())).matches()
                    && FROM.matcher(text.substring(0, before.start())).find()) {
                dates.add(date.month());
                addBetween(dates, before.month(), date.month());
            } else {
                dates.add(date.date());
            }
        }
        return List.copyOf(dates);
    }

    private static void addBetween(Set<String> dates, String first, String last) {
        YearMonth month = YearMonth.parse(first).plusMonths(1);
        for (int i = 0; i < MOST_MONTHS && month.isBefore(YearMonth.parse(last)); i++) {
            dates.add(month.toString());
            month = month.plusMonths(1);
        }
    }

    /** Leaves a sign of something that has been taken out. */
    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, i == start ? ';' : ' ');
        }
    }
}
