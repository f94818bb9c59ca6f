package io.theforge.rag.find;

import io.theforge.rag.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A thing by all the names it goes by: words, a code. */
record Name(List<String> forms, List<Set<Long>> words) {
    /** How much a name is worth at most of which not all words stand together. */
    private static final double SCATTERED = 0.7;

    static Name of(List<String> forms) {
        return new Name(
                forms, forms.stream().map(form -> Words.counts(form).keySet()).toList());
    }

    Name with(String form) {
        List<String> more = new ArrayList<>(forms);
        more.add(form);
        return of(more);
    }

    Set<Long> allWords() {
        Set<Long> all = new LinkedHashSet<>();
        words.forEach(all::addAll);
        return all;
    }

    boolean isIn(String text) {
        return forms.stream().anyMatch(text::contains);
    }

    /** Returns how much of it a text has, 0 to 1. */
    double in(String text) {
        if (isIn(text)) {
            return 1;
        }
        double best = 0;
        for (String form : forms) {
            String[] own = form.split(" ");
            double there = 0;
            for (String word : own) {
                there += text.contains(word) ? 1 : 0;
            }
            double share = there / own.length;
            best = Math.max(best, SCATTERED * share * share * share);
        }
        return best;
    }
}
