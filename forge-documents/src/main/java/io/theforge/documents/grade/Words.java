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
    private static final Pattern ENDS = Pattern.compile("^[\\p{P}\\s&&[^%\\-]]+|[\\p{P}\\s&&[^%]]+$");
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
        String ends = ENDS.matcher(plain(text)).replaceAll("").strip();
        return ARTICLE.matcher(ends).replaceFirst("");
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
