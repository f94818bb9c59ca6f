package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.question.Need;
import io.theforge.rag.agent.table.Catalog.Product;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the tables answers, and how to find where documents say so.
 *
 * @param need a figure that the answer needs beside it, and its value; null for none
 * @param leadsTo the product that a question asks more about; null where it is answered
 */
record Finding(
        String text,
        List<Clue> clues,
        @Nullable Need need,
        @Nullable BigDecimal value,
        @Nullable Product leadsTo) {
    static Finding of(String text, Clue clue) {
        return new Finding(text, List.of(clue), null, null, null);
    }
}
