package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Tables;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many stores, products, categories or regions there are. */
final class CountRows implements Rows {
    private static final Pattern ASKED = Pattern.compile(
            "^\\W*how many (stores|shops|products|articles|categories|regions)"
                    + "(?: (?:are there|do we have|does the chain have|exist|are in the .{1,40}|does .{1,40} have))?\\W*$");

    @Override
    public String tables() {
        return "store, product";
    }

    @Override
    public List<Finding> look(Mentions named, Catalog catalog, Tables tables) {
        Matcher asked = ASKED.matcher(named.rest());
        if (catalog.stores().isEmpty()
                || !asked.find()
                || named.regions().size() + named.categories().size() > 1) {
            return List.of();
        }
        String kind = asked.group(1);
        long count = switch (kind.charAt(0)) {
            case 'c' -> catalog.categories().size();
            case 'r' -> catalog.regions().size();
            case 's' ->
                catalog.stores().stream()
                        .filter(store ->
                                named.regions().isEmpty() || named.regions().contains(String.valueOf(store.region())))
                        .count();
            default ->
                catalog.products().stream()
                        .filter(product -> named.categories().isEmpty()
                                || named.categories().contains(String.valueOf(product.category())))
                        .count();
        };
        return List.of(new Finding("By the tables there are " + count + " " + kind + ".", List.of(), null, null, null));
    }
}
