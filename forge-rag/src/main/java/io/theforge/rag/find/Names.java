package io.theforge.rag.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in a text: what is in quotation marks, codes, and words that begin with a capital letter with what belongs to them. */
final class Names {
    /** "SKU-000123", "S00012", "A4/17". */
    static final String CODE = "\\p{Lu}+[-_/]?\\d[\\p{L}\\d]*(?:[-_/]\\p{L}*\\d[\\p{L}\\d]*)*";

    private static final String WORD = "\\p{Lu}[\\p{L}\\d'’&]*(?:-\\p{L}+)*";
    /** "500 g", "3 x 320 g", "6". */
    private static final String AMOUNT = "\\d+(?:[.,]\\d+)*(?:\\s?(?:x\\s\\d+|(?:[kmcd]?[gl]|[kcm]?m|oz|lb|pcs?)\\b))*";

    private static final String NAME = WORD + "(?:[ \\t]+(?:" + WORD + "|" + AMOUNT + "|(?:of|with|de)[ \\t]+" + WORD
            + "|of[ \\t]+" + AMOUNT + "))*";
    private static final Pattern ANY = Pattern.compile(
            "[\"“]([^\"”\\n]{2,120})[\"”]|\\b(" + CODE + ")\\b|(" + NAME + ")(?:\\s*\\((" + CODE + ")\\))?");
    /** Capital letters that a sentence or a currency has. */
    private static final Set<String> NO_NAMES = Set.of(
            "a", "an", "the", "in", "on", "at", "by", "to", "for", "from", "of", "how", "what", "which", "who", "whom",
            "whose", "when", "where", "why", "did", "do", "does", "is", "are", "was", "were", "has", "had", "have",
            "can", "could", "should", "will", "would", "must", "may", "within", "after", "before", "above", "below",
            "up", "down", "with", "under", "between", "during", "and", "or", "if", "as", "there", "it", "we", "our",
            "usd", "eur");

    private Names() {}

    /** A name where it stands. @param forms of "Main Street (S00012)" both */
    record Found(int start, int end, List<String> forms) {}

    /** Returns them in their order. */
    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher any = ANY.matcher(text);
        int from = 0;
        while (any.find(from)) {
            from = any.end();
            String words = any.group(3);
            if (words == null) {
                String name = any.group(1) == null ? any.group(2) : any.group(1);
                found.add(new Found(any.start(), any.end(), List.of(name)));
                continue;
            }
            int blank = words.indexOf(' ');
            String first = blank < 0 ? words : words.substring(0, blank);
            if (NO_NAMES.contains(first.toLowerCase(Locale.ROOT))) {
                from = any.start() + first.length();
            } else if (any.group(4) != null) {
                found.add(new Found(any.start(), any.end(), List.of(words, any.group(4))));
            } else if (blank >= 0 || !opensSentence(text, any.start())) {
                found.add(new Found(any.start(), any.end(), List.of(words)));
            }
        }
        return found;
    }

    /** There, any word has a capital letter. */
    private static boolean opensSentence(String text, int start) {
        int at = start - 1;
        while (at >= 0 && " -#*".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at < 0 || ".!?\n".indexOf(text.charAt(at)) >= 0;
    }
}
