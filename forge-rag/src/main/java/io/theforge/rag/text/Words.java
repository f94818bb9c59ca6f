package io.theforge.rag.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text by which it is found, as numbers of 64 bits: small letters, singular, without those that stand everywhere. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,/_-](?=\\p{N})[\\p{L}\\p{N}]+)*");
    private static final Set<String> EVERYWHERE = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "been", "by", "did", "do", "does", "for", "from", "had", "has",
            "have", "how", "in", "is", "it", "its", "of", "on", "or", "s", "that", "the", "their", "there", "this",
            "many", "more", "most", "much", "than", "to", "was", "we", "were", "what", "when", "where", "which", "who",
            "with");
    private static final int MONTH_LENGTH = 7;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Words() {}

    /** Returns how often each word is there, in the order of their first places. */
    public static Map<Long, Integer> counts(String text) {
        Map<Long, Integer> counts = new LinkedHashMap<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (!EVERYWHERE.contains(word.group())) {
                counts.merge(hash(singular(word.group())), 1, Integer::sum);
            }
        }
        for (Dates.Spelled date : Dates.in(text)) {
            ofDate(date.date()).forEach(part -> counts.merge(part, 1, Integer::sum));
        }
        return counts;
    }

    /** Of a day its month besides. */
    private static Set<Long> ofDate(String date) {
        // a year that stands alone is another word than the year of a month
        return date.length() > MONTH_LENGTH
                ? Set.of(hash(date), hash(date.substring(0, MONTH_LENGTH)))
                : Set.of(hash(date.length() < MONTH_LENGTH ? "year " + date : date));
    }

    /** "prices" is to be found by "price", "categories" by "category". */
    private static String singular(String word) {
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        boolean plural = length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, length - 1) : word;
    }

    private static long hash(String word) {
        long hash = FNV_START;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
