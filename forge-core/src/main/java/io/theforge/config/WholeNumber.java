package io.theforge.config;

import io.theforge.config.yaml.NumberText;
import java.math.BigDecimal;
import java.util.Map;

/** An integer from {@code min} to {@code max}. @param besides what else there is to say of them; empty for nothing */
record WholeNumber(int min, int max, String besides) implements Scalar<Integer> {

    WholeNumber(int min, int max) {
        this(min, max, "");
    }

    @Override
    public Integer parse(String text, String path, String location) {
        BigDecimal number = NumberText.parse(text);
        if (number == null) {
            throw refuse(text, NumberText.reason(text, "a whole number"), path, location);
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw refuse(text, "is not a whole number", path, location);
        }
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw refuse(text, "is out of range", path, location);
        }
        return number.intValueExact();
    }

    @Override
    public boolean mayBeQuoted() {
        return false;
    }

    @Override
    public String write(Integer value) {
        return Integer.toString(value);
    }

    @Override
    public String describe() {
        return "a whole number from " + NumberText.show(min) + " to " + NumberText.show(max) + besides;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "integer", "minimum", min, "maximum", max);
    }
}
