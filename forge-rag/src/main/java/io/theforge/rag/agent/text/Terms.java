package io.theforge.rag.agent.text;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text that carry its meaning, in one form each, words for the same thing as one. */
public final class Terms {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*(?:-\\p{N}+)?");
    private static final Set<String> LITTLE = Set.of(
            ("a an and any are as at be been by can could did do does each for from had has have high how if in into is it its"
                            + " long many may might more most much must no not of on one or our should so than that the their them then"
                            + " there these they this those to under up was we were what when where which who whom whose will with within"
                            + " would you your i me my us per according going given current currently now today force latest valid"
                            + " stand thing about make made get let please take taken took day days week weeks hour hours minute minutes months usd")
                    .split(" "));
    private static final Map<String, String> SAME = Synonyms.MAP;

    private Terms() {}

    /** Returns them in the order of their first places. */
    public static Set<String> of(String text) {
        Set<String> terms = new LinkedHashSet<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            if (!LITTLE.contains(word.group())) {
                String stem = stem(word.group());
                terms.add(SAME.getOrDefault(stem, stem));
            }
        }
        return terms;
    }

    /** Cuts the usual endings off: "counted", "counting", "counts" become "count". */
    static String stem(String word) {
        String stem = word;
        if (stem.length() > 4 && stem.endsWith("ies")) {
            return stem.substring(0, stem.length() - 3) + "y";
        }
        if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        for (String ending : new String[] {"ing", "ed"}) {
            if (stem.length() > ending.length() + 2 && stem.endsWith(ending)) {
                stem = stem.substring(0, stem.length() - ending.length());
                if (stem.length() > 3
                        && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)
                        && !stem.endsWith("ll")
                        && !stem.endsWith("ss")) {
                    stem = stem.substring(0, stem.length() - 1);
                }
                break;
            }
        }
        return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }
}
