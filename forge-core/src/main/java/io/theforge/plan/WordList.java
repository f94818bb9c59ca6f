package io.theforge.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A frozen word list: a resource beside this class, one entry a line, {@code #} beginning a comment. A changed list is a
 * changed dataset.
 *
 * @param name which list it is, part of the keys of what is drawn from it
 */
record WordList(String name, List<String> lines) {

    /**
     * Returns the list for a region or category, in any letter case, in the singular or with an "s"; {@code generic} when there is
     * none.
     *
     * @param folder "cities" or "products"
     */
    static WordList of(String folder, String subject) {
        String word = subject.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
        if (word.matches("[a-z]+")) {
            for (String name : List.of(word, word.replaceAll("s$", ""))) {
                WordList list = read(folder, name);
                if (list != null) {
                    return list;
                }
            }
        }
        WordList generic = read(folder, "generic");
        if (generic == null) {
            throw new IllegalStateException("the word list " + folder + "/generic.txt is missing from the program");
        }
        return generic;
    }

    private static @Nullable WordList read(String folder, String name) {
        try (InputStream in = WordList.class.getResourceAsStream(folder + "/" + name + ".txt")) {
            if (in == null) {
                return null;
            }
            try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                List<String> lines = reader.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
                return new WordList(name, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a key of the list's own; {@link String#hashCode} is specified and the same everywhere. */
    long key() {
        return name.hashCode();
    }
}
