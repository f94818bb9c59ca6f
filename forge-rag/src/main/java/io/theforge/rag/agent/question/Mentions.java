package io.theforge.rag.agent.question;

import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Catalog.Product;
import io.theforge.rag.agent.table.Catalog.Store;
import io.theforge.rag.agent.text.Dates;
import java.util.List;

/**
 * What a text names, each thing once, in the order of the text.
 *
 * @param quotes what stands in quotation marks; nothing else is looked for in it
 * @param rest the text in small letters, with a bar in place of each letter of these
 */
public record Mentions(
        List<Store> stores,
        List<Product> products,
        List<String> categories,
        List<String> regions,
        List<Dates.Named> dates,
        List<String> quotes,
        String rest) {

    /** Returns what a text names of what the tables have. */
    public static Mentions in(String text, Catalog catalog) {
        return new MentionFinder(text).find(catalog);
    }
}
