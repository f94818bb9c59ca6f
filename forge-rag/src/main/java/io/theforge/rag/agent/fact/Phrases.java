package io.theforge.rag.agent.fact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the words that a statement gives as a cause. */
final class Phrases {
    private static final String WORDS = "((?:[\\p{L}-]+ ){0,3}[\\p{L}-]+?)";
    private static final String END =
            "(?=[.,;:]| (?:by|from|of|in|at|remains?|is|was|were|lies|explains?|for|and|with|on|that|which)\\b|$)";
    private static final Pattern TOLD = Pattern.compile(
            "\\b(?:cause|reason|root cause|explanation|happened|finding|result|recorded as|recorded cause|due to|because of|caused by|goes back to"
                    + "|points? to|records|reads|under|as|ends with|says|answer is|is what is left|stands as|counts as|put down to)\\b"
                    + "(?: (?:is|was|of the review|recorded as|as|to))*:? ?(?:an? |one |the )?" + WORDS + END,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST =
            Pattern.compile("(?:^|, |ruled out, )(?:an?|one) " + WORDS + END, Pattern.CASE_INSENSITIVE);

    private Phrases() {}

    /** Returns the words that are told as a cause; null where there are none. */
    static @Nullable String told(String text) {
        return find(TOLD, text);
    }

    /** Returns the words that a statement begins with, which may be a cause; null where there are none. */
    static @Nullable String first(String text) {
        return find(FIRST, text);
    }

    private static @Nullable String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        for (int from = 0; from < text.length() && matcher.find(from); from = matcher.start() + 1) {
            String words = matcher.group(1).strip();
            if (!words.matches(
                    "(?i)(?:a|an|the|it|they|this|that|what|recorded|listed|day .*|.*\\bit|.*\\bthey|usual|well|their|with|noted|.*\\b(?:should|checks?|full|rule)\\b.*)")) {
                return words;
            }
        }
        return null;
    }
}
