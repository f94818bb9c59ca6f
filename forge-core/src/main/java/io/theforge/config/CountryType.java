package io.theforge.config;

import java.util.Map;
import java.util.regex.Pattern;

/** An ISO 3166 code; whether holidays are known for it, the calendar knows. */
record CountryType() implements Scalar<String> {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(?:-[A-Z0-9]{1,3}){0,2}");

    @Override
    public String parse(String text, String path, String location) {
        if (!CODE.matcher(text).matches()) {
            throw refuse(text, "is not a country code", path, location);
        }
        return text;
    }

    @Override
    public String write(String value) {
        return "\"" + value + "\"";
    }

    @Override
    public String describe() {
        return "an ISO 3166 code in capitals, of a country (US) or a part of one (DE-BY)";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "pattern", "^" + CODE.pattern() + "$");
    }
}
