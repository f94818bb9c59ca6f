package io.theforge.rag.agent.rule;

import io.theforge.rag.agent.text.Dates;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which version of a rule is meant. @param number null where a day or the newest is meant @param day likewise */
record Version(@Nullable Integer number, @Nullable LocalDate day) {
    private static final Pattern NUMBER = Pattern.compile("\\bversion (\\d{1,4})\\b", Pattern.CASE_INSENSITIVE);

    static Version in(String question) {
        Matcher number = NUMBER.matcher(question);
        if (number.find()) {
            return new Version(Integer.valueOf(number.group(1)), null);
        }
        List<Dates.Named> days =
                Dates.in(question).stream().filter(Dates.Named::isDay).toList();
        return new Version(null, days.size() == 1 ? days.get(0).day() : null);
    }

    boolean isNewest() {
        return number == null && day == null;
    }
}
