package io.theforge.export.dirt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The built-in sets of rules: files whose first comment says what each is for. */
public final class DirtPresets {
    /** In the order in which they are listed. */
    public static final List<String> NAMES =
            List.of("light", "feed_failures", "unit_errors", "encoding", "schema_drift", "favorita_like");

    private DirtPresets() {}

    /** Returns the file of a preset. @param name one of {@link #NAMES} */
    public static String text(String name) {
        try (InputStream file = DirtPresets.class.getResourceAsStream("presets/" + name + ".yaml")) {
            if (file == null) {
                throw new IllegalArgumentException("there is no preset " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
