package io.theforge.config;

import java.util.Map;

/** The name of a built-in scenario. */
record ScenarioType() implements Scalar<String> {

    @Override
    public String parse(String text, String path, String location) {
        return Scenarios.checked(text, location);
    }

    @Override
    public String write(String value) {
        return value;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("enum", Scenarios.names());
    }

    @Override
    public String describe() {
        return "one of " + String.join(", ", Scenarios.names());
    }
}
