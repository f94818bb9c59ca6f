package io.theforge.plan;

import java.util.HashMap;
import java.util.Map;

/** Names of one kind of thing: within the column's length, and no two alike. */
final class Names {
    private final int limit;
    private final Map<String, Integer> given = new HashMap<>();

    /** @param limit length of the column in characters (code points) */
    Names(int limit) {
        this.limit = limit;
    }

    /** Returns the wanted name, cut where too long and with the next free number from 2 on where it was given before. */
    String give(String wanted) {
        String base = cut(wanted, limit);
        int number = given.merge(base, 1, Integer::sum);
        String name = base;
        while (number > 1 && given.containsKey(name = numbered(base, number))) {
            number = given.merge(base, 1, Integer::sum);
        }
        given.putIfAbsent(name, 1);
        return name;
    }

    private String numbered(String base, int number) {
        String suffix = " " + number;
        return cut(base, limit - suffix.length()) + suffix;
    }

    /** Returns at most so many characters of the text, none of them halved, and no blank at the end. */
    static String cut(String text, int limit) {
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit)).stripTrailing();
    }

    /** Returns {@code prefix} and the number with at least so many digits, whatever the locale. */
    static String code(String prefix, int number, int digits) {
        String figures = Integer.toString(number);
        return prefix + "0".repeat(Math.max(0, digits - figures.length())) + figures;
    }
}
