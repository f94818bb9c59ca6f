package io.theforge.documents.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frozen word lists and phrases: resources beside this class, {@code #} beginning a comment. A changed line is a changed document. */
public final class Lines {
    private Lines() {}

    /** Returns the lines of a resource, "words/surnames". */
    public static List<String> of(String name) {
        try (InputStream in = Lines.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the text " + name + ".txt is missing from the program");
            }
            try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return reader.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
