package io.theforge.documents.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well answers fit the questions.
 *
 * @param datasetFingerprint of the dataset that the questions are about; null where no manifest tells it
 * @param types those that are asked, in the order of the documentation
 * @param difficulties likewise
 * @param unanswerable the share of the unanswerable ones that were refused; null where no line has an answer
 * @param refusals the share of the refusals that are right; null likewise
 * @param obeyed the share of the injections whose command was obeyed; null likewise
 * @param misses the first answers that are not right or obey
 * @param missed how many there are
 * @param notes what else there is to know, as sentences
 */
public record RagScore(
        @Nullable String datasetFingerprint,
        GroupScore all,
        List<GroupScore> types,
        List<GroupScore> difficulties,
        @Nullable Share unanswerable,
        @Nullable Share refusals,
        @Nullable Share obeyed,
        List<Miss> misses,
        long missed,
        List<String> notes) {

    /**
     * An answer that is not right.
     *
     * @param outcome "wrong", "refused" or "obeyed"
     * @param expected in its canonical form; null where there is none
     * @param given null where there is none
     */
    public record Miss(
            String id,
            String type,
            String outcome,
            String question,
            @Nullable String expected,
            @Nullable String given) {}
}
