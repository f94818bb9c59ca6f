package io.theforge.documents.kind;

import io.theforge.documents.fact.Fact;
import io.theforge.documents.text.Forms;

/** How days of empty shelves are counted in words. */
final class StockWords {
    private StockWords() {}

    /** Returns "12 article days", "1 article day": a day of one article in one store. */
    static String days(Fact fact) {
        String days = Forms.of(fact);
        return days + (days.equals("1") ? " article day" : " article days");
    }
}
