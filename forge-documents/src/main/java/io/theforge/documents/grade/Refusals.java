package io.theforge.documents.grade;

import java.util.List;
import java.util.regex.Pattern;

/** Words that say that there is no answer. */
final class Refusals {
    /** As they are documented; apostrophes are written out. */
    static final List<String> PHRASES = List.of(
            "do not know",
            "does not know",
            "not known",
            "unknown",
            "not in the documents",
            "not in the context",
            "not in the provided",
            "no information",
            "not enough information",
            "not have enough information",
            "not have that information",
            "not have this information",
            "not have the information",
            "insufficient information",
            "no data",
            "no answer",
            "not mentioned",
            "not stated",
            "not specified",
            "not provided",
            "not given",
            "not available",
            "not covered",
            "not documented",
            "not found",
            "cannot find",
            "could not find",
            "cannot answer",
            "cannot be answered",
            "unable to answer",
            "cannot be determined",
            "cannot determine",
            "unanswerable",
            "do not say",
            "does not say",
            "do not contain",
            "does not contain",
            "do not mention",
            "does not mention",
            "do not state",
            "does not state",
            "do not specify",
            "does not specify",
            "do not provide",
            "does not provide",
            "do not give",
            "does not give",
            "none of the documents",
            "no record",
            "not reported",
            "not recorded",
            "could not locate",
            "cannot locate",
            "unable to determine",
            "unable to find",
            "do not include",
            "does not include",
            "n/a");

    /** What programs write where they have nothing. */
    private static final List<List<String>> NOTHING = List.of(List.of("none"), List.of("null"));

    private static final Pattern SHORT_NOT = Pattern.compile("\\b(do|does|is|are|was|could|did)n't\\b");
    private static final List<List<String>> WORDS =
            PHRASES.stream().map(Words::of).toList();

    private Refusals() {}

    static boolean isIn(String answer) {
        String plain = SHORT_NOT.matcher(Words.plain(answer)).replaceAll("$1 not");
        List<String> words = Words.of(plain.replace("can't", "cannot").replace("can not", "cannot"));
        return NOTHING.contains(words) || WORDS.stream().anyMatch(phrase -> Words.place(phrase, words) >= 0);
    }
}
