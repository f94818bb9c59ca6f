package io.theforge.export.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Map;

/** A document as the bytes of its file, the same on every platform. */
final class JsonText {
    private JsonText() {}

    /** @param document made of maps, lists, texts, numbers, booleans and nulls */
    static byte[] bytes(Map<String, Object> document) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        byte[] text;
        try {
            text = new ObjectMapper().writer(printer.withArrayIndenter(lines)).writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and lists have turned out to be no JSON", e);
        }
        byte[] ended = Arrays.copyOf(text, text.length + 1);
        ended[text.length] = '\n';
        return ended;
    }
}
