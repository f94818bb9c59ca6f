package io.theforge.documents.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Ways to say things: a resource of sections {@code [name]} with a phrase a line. {@code {a|b}} is a choice, which may be empty and may
 * hold others; {@code <name>} is a word that is put in.
 */
public final class Phrases {
    /** One of what a phrase has for any number. */
    private static final Pattern ONE = Pattern.compile("(?<![\\d.,])1 (unit|day|week|month|minute|hour)s\\b");

    private static final Map<String, Phrases> ALL = new ConcurrentHashMap<>();

    private final String name;
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private Phrases(String name) {
        this.name = name;
        List<String> section = new ArrayList<>();
        for (String line : Lines.of("phrases/" + name)) {
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), key -> new ArrayList<>());
            } else {
                section.add(line);
            }
        }
    }

    /** Returns the phrases of a resource. */
    public static Phrases of(String name) {
        return ALL.computeIfAbsent(name, Phrases::new);
    }

    /** Returns how many ways there are to say something. */
    public int ways(String section) {
        return section(section).size();
    }

    /** Returns whether there is a way to say something. */
    public boolean has(String section) {
        return sections.containsKey(section);
    }

    /** Returns a phrase, beginning with a capital letter. @param words name, word, name, word ... */
    public String say(Draw draw, String section, String... words) {
        return upper(part(draw, section, words));
    }

    /** Returns a phrase as it stands, for the middle of a sentence. */
    public String part(Draw draw, String section, String... words) {
        List<String> lines = section(section);
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            given.put(words[i], words[i + 1]);
        }
        String line = lines.get(draw.fresh(name + section, lines.size()));
        return ONE.matcher(new Reader(line, draw, given).all()).replaceAll("1 $1");
    }

    private List<String> section(String section) {
        List<String> lines = sections.get(section);
        if (lines == null) {
            throw new IllegalStateException("no section [" + section + "] in phrases/" + name + ".txt");
        }
        return lines;
    }

    /** Returns words with a capital letter at their beginning. */
    public static String upper(String words) {
        if (words.isEmpty()) {
            return words;
        }
        int first = words.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + words.substring(Character.charCount(first));
    }

    /** A phrase while choices are made in it, from left to right. */
    private static final class Reader {
        private final String line;
        private final Draw draw;
        private final Map<String, String> words;
        private int at;

        Reader(String line, Draw draw, Map<String, String> words) {
            this.line = line;
            this.draw = draw;
            this.words = words;
        }

        String all() {
            return tidy(text());
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            while (at < line.length()) {
                char c = line.charAt(at);
                if (c == '|' || c == '}') {
                    return text.toString();
                }
                at++;
                if (c == '{') {
                    text.append(choice());
                } else if (c == '<') {
                    text.append(word());
                } else {
                    text.append(c);
                }
            }
            return text.toString();
        }

        private String choice() {
            List<String> choices = new ArrayList<>();
            do {
                choices.add(text());
            } while (line.charAt(at++) == '|');
            return draw.pick(choices);
        }

        private String word() {
            int end = line.indexOf('>', at);
            String name = line.substring(at, end);
            at = end + 1;
            String word = words.get(name);
            if (word == null) {
                throw new IllegalStateException("no word for <" + name + "> in: " + line);
            }
            return word;
        }

        private static String tidy(String text) {
            return text.replace("  ", " ").replace(" ,", ",").replace(" .", ".").strip();
        }
    }
}
