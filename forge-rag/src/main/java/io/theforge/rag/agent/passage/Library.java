package io.theforge.rag.agent.passage;

import io.theforge.rag.Hit;
import io.theforge.rag.Rag;
import io.theforge.rag.agent.ToolCall;
import io.theforge.rag.store.Filter;
import io.theforge.rag.store.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is indexed, as one answer looks at it: nothing is looked up or taken apart twice. */
public final class Library {
    /** The model reads no more. */
    private static final int MOST_LETTERS = 600;

    private final Rag rag;
    private final List<ToolCall> calls = new ArrayList<>();
    private final Map<String, List<Statement>> found = new HashMap<>();
    private final Map<String, List<Statement>> byChunk = new HashMap<>();
    private final Map<String, About> abouts = new HashMap<>();

    public Library(Rag rag) {
        this.rag = rag;
    }

    /** Returns the statements of the passages that fit a query best, in their order. */
    public List<Statement> find(String query, int passages) {
        String cut = query.length() <= MOST_LETTERS ? query : query.substring(0, MOST_LETTERS);
        return found.computeIfAbsent(passages + "/" + cut, key -> {
            List<Hit> hits = rag.retrieve(cut, passages, null, Filter.NONE).results();
            calls.add(new ToolCall("retrieve", Map.of("query", cut, "top_k", passages), hits.size() + " passages"));
            List<Statement> statements = new ArrayList<>();
            hits.forEach(hit -> statements.addAll(statements(hit.passage())));
            return statements;
        });
    }

    /** Returns all statements of the source that a statement is from. */
    public List<Statement> rest(Statement statement) {
        String source = statement.passage().sourceId();
        return found.computeIfAbsent("source/" + source, key -> {
            List<Passage> passages = rag.passages(source);
            calls.add(new ToolCall(
                    "read_source",
                    Map.of("source_path", statement.passage().sourcePath()),
                    passages.size() + " passages"));
            List<Statement> statements = new ArrayList<>();
            passages.forEach(passage -> statements.addAll(statements(passage)));
            return statements;
        });
    }

    private List<Statement> statements(Passage passage) {
        return byChunk.computeIfAbsent(passage.chunkId(), id -> Statements.of(passage));
    }

    /** Returns what the document of a statement tells of itself. */
    public About about(Statement statement) {
        return abouts.computeIfAbsent(statement.passage().sourceId(), id -> About.of(statement.passage()));
    }

    /** Returns what has been looked up so far. */
    public List<ToolCall> calls() {
        return List.copyOf(calls);
    }
}
