package io.theforge.rag.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document says of itself between two lines of three dashes, at its top. */
public final class FrontMatter {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z][\\w-]{0,63}):\\s+(\\S.*)");
    private static final int MAX_FIELDS = 50;

    private FrontMatter() {}

    /** Returns its fields with one value each, as texts; others are left to who reads it. */
    public static Map<String, String> of(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        Lines lines = Lines.of(text);
        int end = lastLine(lines);
        for (int i = 1; i < end && fields.size() < MAX_FIELDS; i++) {
            Matcher field = FIELD.matcher(lines.line(i));
            if (field.matches()) {
                fields.put(field.group(1), unquoted(field.group(2).strip()));
            }
        }
        return fields;
    }

    /** Returns the number of its last line, -1 where a text has none. */
    static int lastLine(Lines lines) {
        if (lines.count() < 2 || !lines.line(0).stripTrailing().equals("---")) {
            return -1;
        }
        for (int i = 1; i < lines.count(); i++) {
            if (lines.line(i).stripTrailing().equals("---")) {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
