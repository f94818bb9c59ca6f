package io.theforge.plan;

import io.theforge.random.Keys;
import io.theforge.random.NormalQuantile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a shop sells in a category. The list's first line holds the four figures; every other one is
 * {@code noun | variant; variant | size; size}, a dash standing for no variant or no size. A variant that begins in lower
 * case comes after the noun; for sizes see {@link PackSizes}.
 *
 * @param list the word list's name
 * @param medianCents median price of a brand that is neither dear nor cheap
 * @param logSpread sigma of the log of the price: packs, nouns and products together
 * @param lowMargin share of the price that is not cost, at least
 * @param highMargin at most
 * @param articles every variant of every noun in every size
 */
record Assortment(
        WordList list,
        double medianCents,
        double logSpread,
        double lowMargin,
        double highMargin,
        List<Article> articles) {
    /** Sigma of the log of the price between products that sell the same thing in the same pack. */
    static final double PRODUCT_SPREAD = 0.15;

    /**
     * @param name {@code {category}} stands for the category's name
     * @param noun index of its line in the list, from 0
     * @param packFactor what the pack makes of the noun's price
     */
    record Article(String name, int noun, double packFactor) {}

    static Assortment of(String category) {
        WordList list = WordList.of("products", category);
        String[] figures = list.lines().get(0).split(" ");
        List<Article> articles = new ArrayList<>();
        for (int noun = 0; noun < list.lines().size() - 1; noun++) {
            String[] parts = list.lines().get(noun + 1).split("\\|");
            PackSizes sizes = PackSizes.of(entries(parts[2]));
            for (String variant : entries(parts[1])) {
                for (int i = 0; i < sizes.names().size(); i++) {
                    String name = named(parts[0].strip(), variant) + " "
                            + sizes.names().get(i);
                    articles.add(new Article(name.strip(), noun, sizes.factors().get(i)));
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

    /**
     * Returns what the nouns' prices are multiplied with: log-normal quantiles, one for each noun, in an order that the key decides.
     * So the list has its median and spread whatever the seed.
     */
    double[] nounFactors(long key) {
        int nouns = list.lines().size() - 1;
        double packs = articles.stream()
                .mapToDouble(article -> StrictMath.log(article.packFactor()))
                .map(log -> log * log)
                .average()
                .orElse(0);
        double sigma = StrictMath.sqrt(Math.max(0, logSpread * logSpread - PRODUCT_SPREAD * PRODUCT_SPREAD - packs));
        List<Integer> order = new ArrayList<>();
        for (int noun = 0; noun < nouns; noun++) {
            order.add(Keys.below(key, noun, noun + 1), noun);
        }
        double[] normals = new double[nouns];
        double squares = 0;
        for (int rank = 0; rank < nouns; rank++) {
            normals[rank] = NormalQuantile.of((rank + 0.5) / nouns);
            squares += normals[rank] * normals[rank];
        }
        // So few quantiles lack the tails and would spread too little.
        double scale = sigma / StrictMath.sqrt(squares / nouns);
        double[] factors = new double[nouns];
        for (int rank = 0; rank < nouns; rank++) {
            factors[order.get(rank)] = StrictMath.exp(scale * normals[rank]);
        }
        return factors;
    }

    private static String named(String noun, String variant) {
        boolean after = !variant.isEmpty() && Character.isLowerCase(variant.charAt(0));
        return (after ? noun + " " + variant : variant + " " + noun).strip();
    }

    private static List<String> entries(String part) {
        return Arrays.stream(part.split(";"))
                .map(String::strip)
                .map(entry -> entry.equals("-") ? "" : entry)
                .toList();
    }
}
