package io.theforge.documents;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answer is known.
 *
 * @param id "q0001"
 * @param type "single_fact", "table_fact", "two_documents", "comparison", "over_time", "computed", "superseded", "unanswerable", "ambiguous",
 *     "injection"
 * @param answer in its canonical form; empty where there is none
 * @param accepted other forms of the answer that are right
 * @param tolerance of a number, absolute and in the answer's unit; null where the answer is none
 * @param difficulty "easy", "medium", "hard"
 * @param evidence where the documents say it; empty where they do not
 * @param sql gives the answer from the tables; null where they do not hold it
 */
public record Question(
        String id,
        String question,
        String type,
        String answer,
        List<String> accepted,
        @Nullable BigDecimal tolerance,
        String difficulty,
        List<Evidence> evidence,
        @Nullable String sql) {

    /** Where a document says it. @param start in code points, from 0 @param end exclusive */
    public record Evidence(String document, int start, int end, String heading) {}
}
