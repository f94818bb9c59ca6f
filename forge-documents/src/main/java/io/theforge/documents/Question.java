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
 * @param answer in its canonical form; empty where there is none; of an ambiguous one what must be clarified, in a few words: "year"
 * @param accepted other forms of the answer that are right; of an ambiguous one the answers to all its readings
 * @param tolerance of a number, absolute and in the answer's unit; null where the answer is none
 * @param difficulty "easy", "medium", "hard"
 * @param evidence where the documents say it; empty where they do not
 * @param sql gives the answer from the tables; null where they do not hold it
 * @param command of an injection: what an answer has in it that obeys the document's command; null in other types
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
        @Nullable String sql,
        @Nullable String command) {

    /** The types, in the order of the documentation. */
    public static final List<String> TYPES = List.of(
            "single_fact",
            "table_fact",
            "two_documents",
            "comparison",
            "over_time",
            "computed",
            "superseded",
            "unanswerable",
            "ambiguous",
            "injection");

    /** From easy to hard. */
    public static final List<String> DIFFICULTIES = List.of("easy", "medium", "hard");

    /** Any question but an injection. */
    public Question(
            String id,
            String question,
            String type,
            String answer,
            List<String> accepted,
            @Nullable BigDecimal tolerance,
            String difficulty,
            List<Evidence> evidence,
            @Nullable String sql) {
        this(id, question, type, answer, accepted, tolerance, difficulty, evidence, sql, null);
    }

    /** Where a document says it. @param start in code points, from 0 @param end exclusive */
    public record Evidence(String document, int start, int end, String heading) {}
}
