package io.theforge.config;

import io.theforge.config.yaml.NumberText;
import io.theforge.config.yaml.YamlText;
import java.util.Map;

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
        if (!text.codePoints().allMatch(YamlText::isPrintable)) {
            throw refuse(text, "has control characters", path, location);
        }
        if (length > longest) {
            throw refuse(text, "has " + NumberText.show(length) + " characters", path, location);
        }
        return text;
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
