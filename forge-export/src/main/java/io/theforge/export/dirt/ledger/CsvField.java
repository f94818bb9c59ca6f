package io.theforge.export.dirt.ledger;

import org.jspecify.annotations.Nullable;

/** Texts as CSV has them: nothing is an empty field, an empty text is quoted. */
public final class CsvField {
    private CsvField() {}

    /** Appends a field. */
    public static void append(@Nullable String text, StringBuilder out) {
        if (text == null) {
            return;
        }
        boolean plain = !text.isEmpty();
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c != '"' && c != ',' && c != '\n' && c != '\r';
        }
        if (plain) {
            out.append(text);
        } else {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    /** Returns a field. */
    public static String of(@Nullable String text) {
        StringBuilder out = new StringBuilder();
        append(text, out);
        return out.toString();
    }
}
