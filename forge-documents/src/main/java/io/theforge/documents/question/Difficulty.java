package io.theforge.documents.question;

import io.theforge.documents.fact.Statement;

/**
 * How hard a question is. A point each: more than one document is needed; something stands in a table; the answer is not stated but
 * follows; the document tells the same of something else or of another time, or another version of it is told of. Up to one point is easy,
 * two or three are medium, four are hard. What no
 * document answers is hard where documents tell the same of something else, else medium.
 */
final class Difficulty {
    private Difficulty() {}

    static String of(Draft draft, Stated stated) {
        if (draft.evidence().isEmpty()) {
            return draft.worked() ? "hard" : "medium";
        }
        int points = draft.worked() ? 1 : 0;
        if (draft.evidence().stream().map(Statement::document).distinct().count() > 1) {
            points++;
        }
        if (draft.evidence().stream().anyMatch(Statement::inTable)) {
            points++;
        }
        if (draft.evidence().stream().anyMatch(stated::hasNearMiss)) {
            points++;
        }
        return points < 2 ? "easy" : points < 4 ? "medium" : "hard";
    }
}
