package io.theforge.documents.question;

import io.theforge.documents.Document;
import io.theforge.documents.fact.Fact;
import io.theforge.documents.fact.Value;
import io.theforge.documents.text.Forms;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All figures that stand in documents, whatever they tell of. */
final class Figures {
    /** Smaller ones are everywhere. */
    private static final BigDecimal LEAST = new BigDecimal(1000);

    private final Set<String> all = new HashSet<>();

    Figures(List<Document> documents) {
        documents.forEach(document -> add(document.text()));
    }

    private void add(String text) {
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isPart = i < text.length() && isPart(text.charAt(i));
            if (isPart && from < 0) {
                from = i;
            } else if (!isPart && from >= 0) {
                keep(text, from, i);
                from = -1;
            }
        }
    }

    private void keep(String text, int from, int end) {
        int to = end;
        while (to > from && !isDigit(text.charAt(to - 1))) {
            to--;
        }
        if (to - from > 4) {
            all.add(text.substring(from, to));
        }
    }

    private static boolean isPart(char c) {
        return isDigit(c) || c == ',' || c == '.';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Returns whether a large number stands anywhere; false for all others. */
    boolean has(Fact fact) {
        return fact.value() instanceof Value.Number number
                && number.number().compareTo(LEAST) >= 0
                && all.contains(Forms.of(fact));
    }
}
