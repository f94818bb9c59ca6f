package io.theforge.config;

import io.theforge.config.yaml.NumberText;
import java.util.Map;

/**
 * A finite number.
 *
 * @param min smallest value, itself allowed unless {@code aboveMin}
 * @param max largest value, itself allowed
 */
record NumberType(double min, double max, boolean aboveMin) implements Scalar<Double> {

    static final NumberType PROBABILITY = from(0, 1);
    static final NumberType MULTIPLIER = from(0, 20);
    /** Sigma of a normal or log-normal spread. */
    static final NumberType SIGMA = from(0, 3);

    static NumberType from(double min, double max) {
        return new NumberType(min, max, false);
    }

    static NumberType above(double min, double max) {
        return new NumberType(min, max, true);
    }

    @Override
    public Double parse(String text, String path, String location) {
        if (NumberText.parse(text) == null) {
            throw refuse(text, NumberText.reason(text, "a number"), path, location);
        }
        double number = Double.parseDouble(text) + 0.0; // -0.0 becomes 0.0
        if (number < min || number > max || (aboveMin && number == min)) {
            throw refuse(text, "is out of range", path, location);
        }
        return number;
    }

    @Override
    public boolean mayBeQuoted() {
        return false;
    }

    @Override
    public String write(Double value) {
        return NumberText.write(value);
    }

    @Override
    public String describe() {
        if (equals(PROBABILITY)) {
            return "a number from 0 to 1, 0.25 for 25 per cent";
        }
        return aboveMin
                ? "a number above " + NumberText.show(min) + ", at most " + NumberText.show(max)
                : "a number from " + NumberText.show(min) + " to " + NumberText.show(max);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "number", aboveMin ? "exclusiveMinimum" : "minimum", min, "maximum", max);
    }
}
