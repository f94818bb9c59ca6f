package io.theforge.export.dirt.undo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records of JSON: the objects of an array, or those under {@code records} of each payload. */
final class JsonRecords implements Records {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private Map<String, @Nullable String> fields = Map.of();
    private long number;

    JsonRecords(Reader text) throws IOException {
        parser = JSON.createParser(text);
    }

    @Override
    public boolean next() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                String name = parser.nextFieldName();
                if ("records".equals(name)) {
                    continue;
                }
                fields = new LinkedHashMap<>();
                rest(parser, fields);
                number++;
                return true;
            }
        }
        return false;
    }

    /** Returns the object of which the parser is at the begin. */
    static Map<String, @Nullable String> object(JsonParser parser) throws IOException {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            parser.nextToken();
            rest(parser, fields);
        }
        return fields;
    }

    /** Reads fields from the first one's name on. */
    private static void rest(JsonParser parser, Map<String, @Nullable String> fields) throws IOException {
        while (parser.currentToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            fields.put(name, value == JsonToken.VALUE_NULL ? null : parser.getText());
            parser.nextToken();
        }
    }

    @Override
    public long line() {
        return number;
    }

    @Override
    public Map<String, @Nullable String> fields() {
        return fields;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
