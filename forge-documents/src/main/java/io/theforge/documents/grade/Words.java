package io.theforge.documents.grade;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text without what makes no difference. */
final class Words {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ARTICLE = Pattern.compile("^(?:an?|the) (?=.)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'.&/][\\p{L}\\p{N}]+)*");

    private Words() {}

    /** Returns it in NFKC and lower case, with plain quotes and dashes and single blanks. */
    static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = plain.replace('\u2019', '\'').replace('\u2018', '\'').replace('\u2212', '-');
        plain = plain.replace('\u2013', '-').replace('\u2014', '-').replace('\u2010', '-');
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }

    /** Returns it plain, without punctuation at its ends and without a leading article. */
    static String normal(String text) {
        String plain = plain(text);
        int start = 0;
        int end = plain.length();
        while (end > start && isMark(plain.charAt(end - 1))) {
            end--;
        }
        while (start < end && isMark(plain.charAt(start)) && !isMinus(plain, start)) {
            start++;
        }
        return ARTICLE.matcher(plain.substring(start, end)).replaceFirst("");
    }

    private static boolean isMinus(String plain, int at) {
        return plain.charAt(at) == '-'
                && at + 1 < plain.length()
                && "0123456789$\u20ac\u00a3".indexOf(plain.charAt(at + 1)) >= 0;
    }

    /** A blank, or punctuation that says nothing. */
    private static boolean isMark(char each) {
        return switch (Character.getType(each)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> each != '%';
            default -> each == ' ' || each == '`';
        };
    }

    /** Returns its words, codes such as "sku-000017" in one. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(plain(text));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** Returns where some words stand one after another; -1 where they do not, or are none. */
    static int place(List<String> some, List<String> in) {
        return some.isEmpty() ? -1 : Collections.indexOfSubList(in, some);
    }
}
