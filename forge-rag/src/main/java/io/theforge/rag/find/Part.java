package io.theforge.rag.find;

import io.theforge.rag.text.Dates;
import io.theforge.rag.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a question: what one passage may tell.
 *
 * @param names all of them have to be there
 * @param date has to be there; empty where there is none
 * @param words of names and date, and what is asked about them
 * @param weight how much it is worth to have it, beside other parts
 */
record Part(List<Name> names, String date, Set<Long> words, double weight) {
    /** Spans of time and lists of things make many. */
    private static final int MOST = 16;

    /** A passage that has all is as good as two, but seldom there. */
    private static final double WHOLE = 0.5;

    /** Returns the whole question first, then each name with each date, and where there are several names all of them with each date. */
    static List<Part> of(Question question, List<Name> names) {
        Set<Long> all = new LinkedHashSet<>(question.words());
        names.forEach(name -> all.addAll(name.allWords()));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(names, question.onlyDate(), all, WHOLE));
        for (String date : question.dates().isEmpty() ? List.of("") : question.dates()) {
            if (names.size() != 1) {
                parts.add(of(question.others(), names, date, 1));
            }
            for (Name name : names) {
                parts.add(of(question.others(), List.of(name), date, 1));
            }
        }
        return parts.subList(0, Math.min(MOST, parts.size()));
    }

    static Part of(Set<Long> others, List<Name> names, String date, double weight) {
        Set<Long> words = new LinkedHashSet<>(others);
        names.forEach(name -> words.addAll(name.allWords()));
        if (!date.isEmpty()) {
            words.addAll(Words.counts(Dates.written(date)).keySet());
        }
        return new Part(names, date, words, weight);
    }
}
