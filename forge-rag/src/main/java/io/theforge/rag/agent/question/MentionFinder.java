package io.theforge.rag.agent.question;

import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.text.Dates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks for names in a text, the longest first, so that no name is found inside another. */
final class MentionFinder {
    private static final char BAR = '|';

    private final String text;
    private final StringBuilder rest;

    MentionFinder(String text) {
        this.text = text;
        rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            rest.append(Character.toLowerCase(text.charAt(i)));
        }
    }

    private record Name<T>(String letters, T of) {}

    Mentions find(Catalog catalog) {
        List<String> quotes = quotes();
        var products = named(catalog.products(), product -> List.of(product.name(), product.sku()));
        var stores = named(catalog.stores(), store -> List.of(store.name(), store.code()));
        List<Dates.Named> dates = Dates.in(rest.toString());
        dates.forEach(date -> blank(date.start(), date.end()));
        var categories = named(catalog.categories(), category -> List.of(category + " category", category));
        var regions = named(
                catalog.regions(), region -> List.of(region + " region", "region " + region, "region, " + region));
        return new Mentions(stores, products, categories, regions, dates, quotes, rest.toString());
    }

    private List<String> quotes() {
        List<String> quotes = new ArrayList<>();
        int from = 0;
        while (true) {
            int open = quote(from);
            int close = open < 0 ? -1 : quote(open + 1);
            if (close < 0) {
                return quotes;
            }
            if (close > open + 1) {
                quotes.add(text.substring(open + 1, close));
            }
            blank(open, close + 1);
            from = close + 1;
        }
    }

    private int quote(int from) {
        for (int i = from; i < text.length(); i++) {
            if ("\"\u201c\u201d\u00ab\u00bb".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private <T> List<T> named(List<T> things, Function<T, List<String>> namesOf) {
        List<Name<T>> names = new ArrayList<>();
        for (T thing : things) {
            for (String name : namesOf.apply(thing)) {
                if (!name.isBlank()) {
                    names.add(new Name<>(small(name), thing));
                }
            }
        }
        names.sort(Comparator.comparingInt((Name<T> name) -> name.letters().length())
                .reversed());
        Map<Integer, T> found = new TreeMap<>();
        for (Name<T> name : names) {
            for (int at = place(name.letters(), 0); at >= 0; at = place(name.letters(), at + 1)) {
                found.put(at, name.of());
                blank(at, at + name.letters().length());
            }
        }
        return found.values().stream().distinct().toList();
    }

    private static String small(String name) {
        StringBuilder small = new StringBuilder(name.length());
        name.chars().forEach(c -> small.append(Character.toLowerCase((char) c)));
        return small.toString();
    }

    /** A name is no part of a longer word. */
    private int place(String name, int from) {
        for (int at = rest.indexOf(name, from); at >= 0; at = rest.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean isWhole = (at == 0 || !Character.isLetterOrDigit(rest.charAt(at - 1)))
                    && (end == rest.length() || !Character.isLetterOrDigit(rest.charAt(end)));
            if (isWhole) {
                return at;
            }
        }
        return -1;
    }

    private void blank(int start, int end) {
        for (int i = start; i < end; i++) {
            rest.setCharAt(i, BAR);
        }
    }
}
