package io.theforge.config;

import io.theforge.config.model.ConfigException;
import io.theforge.config.yaml.YamlLocation;
import io.theforge.text.NearestWord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One of a few words, the lower-case names of an enum. */
record Choice<E extends Enum<E>>(Class<E> options) implements Scalar<E> {

    private List<String> words() {
        return Arrays.stream(options.getEnumConstants()).map(this::write).toList();
    }

    @Override
    public E parse(String text, String path, String location) {
        int index = words().indexOf(text);
        if (index >= 0) {
            return options.getEnumConstants()[index];
        }
        String hint = NearestWord.of(text, words())
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
        throw new ConfigException(
                path + " is " + YamlLocation.quote(text) + ", which is not known",
                "give " + describe() + hint,
                location);
    }

    @Override
    public String write(E value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String describe() {
        return "one of " + String.join(", ", words());
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("enum", words());
    }
}
