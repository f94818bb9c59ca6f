package io.theforge.config;

import io.theforge.config.yaml.NumberText;
import java.math.BigDecimal;
import java.util.Map;

/** Any signed 64-bit integer. */
record SeedType() implements Scalar<Long> {

    @Override
    public Long parse(String text, String path, String location) {
        BigDecimal number = NumberText.parse(text);
        if (number == null) {
            throw refuse(text, NumberText.reason(text, "a whole number"), path, location);
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException noLong) {
            String reason = number.stripTrailingZeros().scale() > 0 ? "is not a whole number" : "is out of range";
            throw refuse(text, reason, path, location);
        }
    }

    @Override
    public boolean mayBeQuoted() {
        return false;
    }

    @Override
    public String write(Long value) {
        return Long.toString(value);
    }

    @Override
    public String describe() {
        return "a whole number of at most 64 bits, such as 42";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "integer", "minimum", Long.MIN_VALUE, "maximum", Long.MAX_VALUE);
    }
}
