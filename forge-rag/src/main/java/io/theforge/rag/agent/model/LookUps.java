package io.theforge.rag.agent.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import io.theforge.rag.agent.ToolCall;
import io.theforge.rag.store.Passage;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is looked up for one answer. Whatever a model asks wrongly it is told, and may ask again. */
final class LookUps {
    private static final int MAX_QUERY_CHARACTERS = 2000;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance))
            .build();

    private final ModelEndpoint endpoint;
    private final Function<String, List<Passage>> search;
    private final List<Tool> tools;
    private final Findings findings = new Findings();
    private final List<ToolCall> calls = new ArrayList<>();
    private boolean hasFigures;

    LookUps(ModelEndpoint endpoint, Function<String, List<Passage>> search, List<Tool> tools) {
        this.endpoint = endpoint;
        this.search = search;
        this.tools = tools;
    }

    Findings findings() {
        return findings;
    }

    List<ToolCall> calls() {
        return calls;
    }

    /** Whether a tool has found something in the tables. */
    boolean hasFigures() {
        return hasFigures;
    }

    /** Finds passages, and returns them as a model reads them. */
    String search(String query) {
        String words = query.codePointCount(0, query.length()) <= MAX_QUERY_CHARACTERS
                ? query
                : query.substring(0, query.offsetByCodePoints(0, MAX_QUERY_CHARACTERS));
        List<Passage> passages = search.apply(words);
        calls.add(new ToolCall(Prompt.SEARCH, Map.of("query", words), counted(passages.size(), "passage")));
        return findings.add(passages);
    }

    /** Does what a model asks for, and returns what it is told. */
    String run(ToolExecutionRequest request) {
        try {
            Arguments arguments = Arguments.of(request.arguments(), endpoint);
            return Prompt.SEARCH.equals(request.name())
                    ? search(arguments.needed("query"))
                    : run(tool(request.name()), arguments);
        } catch (IllegalArgumentException e) {
            return "Not done: " + e.getMessage() + ".";
        }
    }

    private Tool tool(String name) {
        return tools.stream()
                .filter(tool -> tool.form().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such tool"));
    }

    private String run(Tool tool, Arguments arguments) {
        String name = tool.form().name();
        try {
            Tool.Found found = tool.run(arguments);
            hasFigures |= found.count() > 0;
            calls.add(new ToolCall(name, arguments.asMap(), counted(found.count(), "row")));
            return findings.enclosed("result of " + name, JSON.writeValueAsString(found.json()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (SQLException e) {
            calls.add(new ToolCall(name, arguments.asMap(), "the tables could not be read"));
            return "Not done: the tables could not be read.";
        }
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
