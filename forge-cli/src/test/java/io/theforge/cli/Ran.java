package io.theforge.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.theforge.cli.input.ProcessContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the program, and what it said. */
public record Ran(int exit, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public static Ran in(Path folder, String... arguments) {
        return in(folder, Map.of(), arguments);
    }

    public static Ran in(Path folder, Map<String, String> environment, String... arguments) {
        return in(folder, environment, null, arguments);
    }

    /** With somebody at the terminal who answers each question. @param questions takes what was asked */
    public static Ran answering(Path folder, @Nullable String answer, List<String> questions, String... arguments) {
        ProcessContext.Asking asking = question -> {
            questions.add(question);
            return answer;
        };
        return in(folder, Map.of(), asking, arguments);
    }

    private static Ran in(
            Path folder, Map<String, String> environment, ProcessContext.@Nullable Asking asking, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ProcessContext here = new ProcessContext(
                environment,
                folder,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                asking);
        int exit = Forge.run(here, arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Standard output as the one document that it must be. */
    public JsonNode json() {
        return parse(out);
    }

    public static JsonNode parse(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not one JSON document: " + document, e);
        }
    }
}
