package io.theforge.documents.question;

import io.theforge.documents.Question;
import io.theforge.documents.fact.Measure;
import io.theforge.documents.fact.Measures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is not asked, and why. */
final class LeftOut {
    private static final Map<String, String> TYPES = new LinkedHashMap<>();
    private static final Map<Measure, String> THINGS = new LinkedHashMap<>();

    static {
        TYPES.put("single_fact", "no sentence states a fact that is stated nowhere else");
        TYPES.put("table_fact", "no table states a fact that is stated nowhere else");
        TYPES.put("two_documents", "no two documents have parts of one answer");
        TYPES.put("comparison", "there are no two stores, products or months to compare");
        TYPES.put("over_time", "no three months in a row are told of");
        TYPES.put("computed", "no figures are told of that belong together");
        TYPES.put("superseded", "no rule is told of in two versions");
        TYPES.put("unanswerable", "nothing is told of that could be asked for more");
        TYPES.put("ambiguous", "nothing that is told of can be read in two ways");
        TYPES.put("injection", "no document has text that commands its reader");
        THINGS.put(Measures.PROMOTION_START, "promotions");
        THINGS.put(Measures.STOCKOUT_START, "single stockouts");
        THINGS.put(Measures.HOLIDAY_DATE, "dates of holidays");
        THINGS.put(Measures.REGULAR_PRICE, "regular prices");
    }

    private LeftOut() {}

    /** @param asked the types of which there are questions */
    static List<String> of(Set<String> asked, Stated stated) {
        List<String> sentences = new ArrayList<>();
        for (String type : Question.TYPES) {
            if (!asked.contains(type)) {
                sentences.add("There are no questions of type " + type + ": " + TYPES.get(type) + ".");
            }
        }
        THINGS.forEach((measure, things) -> {
            if (!stated.tellsOf(measure)) {
                sentences.add("Nothing is asked about " + things + ": no document tells of them.");
            }
        });
        return sentences;
    }
}
