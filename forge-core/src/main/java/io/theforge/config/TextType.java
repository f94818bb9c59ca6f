package io.theforge.config;

import java.util.Map;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A text that a column can hold.
 *
 * @param longest in characters (code points), as databases count
 */
record TextType(int longest) implements Scalar<String> {

    @Override
    public String parse(String text, String path, String location) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank()) {
            throw refuse(text, "is empty", path, location);
        }
        if (!text.codePoints().allMatch(TextType::isPrintable)) {
            throw refuse(text, "has control characters", path, location);
        }
        if (length > longest) {
            throw refuse(text, "has " + NumberText.show(length) + " characters", path, location);
        }
        return text;
    }

    /** Returns whether it is no control character, line break or half of a surrogate pair, and nothing else that YAML would not carry. */
    static boolean isPrintable(int codePoint) {
        return StreamReader.isPrintable(codePoint)
                && switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }

    @Override
    public String write(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public String describe() {
        return "a text of 1 to " + longest + " characters";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "pattern", "\\S", "maxLength", longest);
    }
}
