package io.theforge.database.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Schemas as {@code search_path} takes them. */
final class SearchPath {
    /** One name of a list: in quotes, or up to the next comma. */
    private static final Pattern NAME = Pattern.compile("\\s*(\"(?:[^\"]|\"\")*\"|[^,]*?)\\s*(?:,|$)");

    /** What needs no quotes. The server folds capitals of such a name to small letters. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private SearchPath() {}

    /** One schema, exactly as it is called. */
    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** A list as the JDBC driver takes it, in which odd names may lack the quotes that the server wants. */
    static String completed(String list) {
        List<String> names = new ArrayList<>();
        Matcher next = NAME.matcher(list);
        int end = 0;
        while (end < list.length() && next.find(end) && next.start() == end && next.end() > end) {
            String name = next.group(1);
            boolean asItIs = name.startsWith("\"") || PLAIN.matcher(name).matches();
            names.add(asItIs ? name : quoted(name));
            end = next.end();
        }
        return String.join(", ", names);
    }

    /** For the option {@code -c}, where blanks end a word. */
    static String asOption(String path) {
        return path.replace("\\", "\\\\").replace(" ", "\\ ");
    }
}
