package io.theforge.cli.rag.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text with a single blank wherever it has any, so that what splits it may write others; places in the text itself stay known. */
final class PlainText {
    /** A shorter line may stand anywhere. */
    private static final int LEAST_LINE = 12;

    private final String plain;
    /** Where each letter of it stands in the text. */
    private final int[] places;

    PlainText(String text) {
        StringBuilder letters = new StringBuilder();
        int[] at = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            boolean isBlank = Character.isWhitespace(text.charAt(i));
            if (!isBlank || !letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
                at[letters.length()] = i;
                letters.append(isBlank ? ' ' : text.charAt(i));
            }
        }
        plain = letters.toString().stripTrailing();
        places = Arrays.copyOf(at, plain.length());
    }

    /** A stretch of the text. @param end exclusive */
    record Stretch(int start, int end) {
        boolean overlaps(int otherStart, int otherEnd) {
            return start < otherEnd && otherStart < end;
        }
    }

    /** Returns where the text has a piece of it: whole, or, where something was put before it or into it, line by line. */
    List<Stretch> places(String piece) {
        String whole = new PlainText(piece).plain;
        int at = whole.isEmpty() ? -1 : plain.indexOf(whole);
        if (at >= 0) {
            return List.of(stretch(at, whole.length()));
        }
        List<Stretch> found = new ArrayList<>();
        int from = 0;
        for (String line : piece.split("\\R")) {
            String words = new PlainText(line).plain;
            int next = words.length() < LEAST_LINE ? -1 : plain.indexOf(words, from);
            if (next >= 0) {
                found.add(stretch(next, words.length()));
                from = next + words.length();
            }
        }
        return found;
    }

    private Stretch stretch(int at, int length) {
        return new Stretch(places[at], places[at + length - 1] + 1);
    }
}
