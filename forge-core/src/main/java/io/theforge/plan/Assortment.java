package io.theforge.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a shop sells in a category. The list's first line holds the four figures; every other one is
 * {@code noun | variant; variant | size; size}, a dash standing for no variant or no size.
 *
 * @param list the word list's name
 * @param medianCents median price of a brand that is neither dear nor cheap
 * @param logSpread sigma of the log of the price
 * @param lowMargin share of the price that is not cost, at least
 * @param highMargin at most
 * @param articles every variant of every noun in every size; {@code {category}} stands for the category's name
 */
record Assortment(
        WordList list,
        double medianCents,
        double logSpread,
        double lowMargin,
        double highMargin,
        List<String> articles) {

    static Assortment of(String category) {
        WordList list = WordList.of("products", category);
        String[] figures = list.lines().get(0).split(" ");
        List<String> articles = new ArrayList<>();
        for (String line : list.lines().subList(1, list.lines().size())) {
            String[] parts = line.split("\\|");
            for (String variant : entries(parts[1])) {
                for (String size : entries(parts[2])) {
                    articles.add((variant + " " + parts[0].strip() + " " + size).strip());
                }
            }
        }
        return new Assortment(
                list,
                Double.parseDouble(figures[0]),
                Double.parseDouble(figures[1]),
                Double.parseDouble(figures[2]),
                Double.parseDouble(figures[3]),
                List.copyOf(articles));
    }

    private static List<String> entries(String part) {
        return Arrays.stream(part.split(";"))
                .map(String::strip)
                .map(entry -> entry.equals("-") ? "" : entry)
                .toList();
    }
}
