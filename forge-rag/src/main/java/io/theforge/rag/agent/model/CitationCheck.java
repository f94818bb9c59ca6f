package io.theforge.rag.agent.model;

import io.theforge.rag.agent.Citation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model has written, with those of its citations that name a passage it was shown. The others are taken out, and so are links:
 * nobody can tell where they lead.
 *
 * @param removed how many citations were taken out
 */
record CitationCheck(String text, List<Citation> citations, int removed) {
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]\\n]*)]\\([^()\\n]*\\)");
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\((P\\d{1,3}(?:\\s*[,;]\\s*P\\d{1,3})*)\\)");
    private static final Pattern IN_BRACKETS = Pattern.compile("[\\[\u3010]([^\\[\\]\u3010\u3011\\n]{1,700})[]\u3011]");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;]\\s*");

    /** A name of ours, a footnote, a path, or a path and something behind it. */
    private static final Pattern CITATION = Pattern.compile(
            "(?i)(?:passages?\\s*)?P?\\d{1,4}|\\^.+|\\d+\\s*\u2020.*|sources?\\s*[:=].*|\\S+\\.(?:md|markdown|json|ya?ml|html?|txt|pdf)(?:[:#].*)?|.+:[0-9a-z_-]{6,}");

    static CitationCheck of(String answer, Findings findings) {
        String bracketed =
                IN_PARENTHESES.matcher(LINK.matcher(answer).replaceAll("[$1]")).replaceAll("[$1]");
        Matcher brackets = IN_BRACKETS.matcher(bracketed);
        Set<Citation> citations = new LinkedHashSet<>();
        StringBuilder text = new StringBuilder();
        int removed = 0;
        while (brackets.find()) {
            List<Citation> right = new ArrayList<>();
            int wrong = 0;
            for (String words : BETWEEN.split(brackets.group(1).strip())) {
                Citation cited = findings.cited(words);
                if (cited != null) {
                    right.add(cited);
                } else if (CITATION.matcher(words).matches()) {
                    wrong++;
                }
            }
            removed += wrong;
            citations.addAll(right);
            boolean isNone = right.isEmpty() && wrong == 0;
            brackets.appendReplacement(
                    text, Matcher.quoteReplacement(isNone ? brackets.group() : CitationCheck.text(right)));
        }
        brackets.appendTail(text);
        return new CitationCheck(closed(text.toString()), List.copyOf(citations), removed);
    }

    /** Without the blanks that what was taken out has left. */
    private static String closed(String text) {
        return text.replaceAll("(?<=\\S) {2,}", " ")
                .replaceAll("[ \\t]+(?=[.,;:!?\\n]|$)", "")
                .strip();
    }

    private static String text(List<Citation> citations) {
        StringBuilder text = new StringBuilder();
        for (Citation citation : citations) {
            text.append('[')
                    .append(citation.sourcePath())
                    .append(':')
                    .append(citation.chunkId())
                    .append(']');
        }
        return text.toString();
    }
}
