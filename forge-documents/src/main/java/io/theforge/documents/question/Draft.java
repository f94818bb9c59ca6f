package io.theforge.documents.question;

import io.theforge.documents.fact.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question before it has its number.
 *
 * @param evidence what has to be read, all of it; empty where nothing tells
 * @param worked whether the answer is not stated but follows: by comparing, computing, or by which version counts
 * @param command what a document commands to be said; null but for injections
 */
record Draft(
        String question,
        Reply reply,
        List<Statement> evidence,
        boolean worked,
        @Nullable String sql,
        @Nullable String command) {
    Draft(String question, Reply reply, List<Statement> evidence, boolean worked, @Nullable String sql) {
        this(question, reply, evidence, worked, sql, null);
    }
}
