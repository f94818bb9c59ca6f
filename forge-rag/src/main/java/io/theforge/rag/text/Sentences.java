package io.theforge.rag.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts lines of prose into sentences, and what is too long for one chunk wherever there is a blank. */
final class Sentences {
    private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?][\"')]?)\\s+(?=[\\p{Lu}\\d\"'(\\[*_])");

    private Sentences() {}

    /** Adds the sentences of a part of a text. @param maxTokens of each */
    static void add(List<Unit> units, String text, int start, int end, int maxTokens) {
        Matcher between = BETWEEN.matcher(text).region(start, end).useTransparentBounds(true);
        int from = start;
        while (between.find()) {
            addShort(units, text, from, between.start(), maxTokens);
            from = between.end();
        }
        addShort(units, text, from, end, maxTokens);
    }

    /** Adds a part of a text that is not to be cut without need. */
    static void addShort(List<Unit> units, String text, int start, int end, int maxTokens) {
        int from = start;
        while (from < end) {
            int to = end;
            while (Tokens.count(text, from, to) > maxTokens) {
                to = middle(text, from, to);
            }
            units.add(Unit.of(text, from, to, null));
            from = to;
            while (from < end && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
        }
    }

    /** Returns a place near the middle, at a blank where there is one, and never within a code point. */
    private static int middle(String text, int start, int end) {
        int half = start + (end - start) / 2;
        for (int at = half; at > start + (end - start) / 4; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(half)) ? half + 1 : half;
    }
}
