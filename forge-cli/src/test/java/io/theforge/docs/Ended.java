package io.theforge.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One command that has ended, and what it said. */
record Ended(int exitCode, String out, String err) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Runs a command as somebody types it, in words that are separated by single blanks. */
    static Ended of(Path folder, String command) {
        return of(folder, Map.of(), command);
    }

    /** The same with variables of the environment. */
    static Ended of(Path folder, Map<String, String> environment, String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            int exitCode = ForgeProgram.run(
                    environment,
                    folder,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    List.of(command.split(" ")));
            return new Ended(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(command, e);
        }
    }

    /** Returns the document on standard output. */
    JsonNode json() {
        return parse(out);
    }

    /** Returns the lines of JSON on standard error. */
    List<JsonNode> log() {
        return err.lines().map(Ended::parse).toList();
    }

    static JsonNode parse(String document) {
        try {
            return MAPPER.readTree(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not one JSON document: " + document, e);
        }
    }
}
