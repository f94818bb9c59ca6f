package io.theforge.rag.agent.plain;

import io.theforge.database.DatabaseUrl;
import io.theforge.rag.Rag;
import io.theforge.rag.SourceRequest;
import io.theforge.rag.agent.AgentReply;
import io.theforge.rag.agent.Citation;
import io.theforge.rag.agent.DatasetReader;
import io.theforge.rag.agent.SmallShop;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An agent over the small shop and documents that a test writes. The model that embeds is the real one. */
final class AgentTrial implements AutoCloseable {
    private final Rag rag;
    private final Connection connection;
    private final PlainAgent agent;
    private final Map<String, String> texts = new HashMap<>();

    AgentTrial(Path folder) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("shop.duckdb"));
        SmallShop.fill(connection);
        rag = Rag.open(DatabaseUrl.embedded(folder), folder, name -> null);
        DatasetReader dataset = new DatasetReader() {
            @Override
            public <T> T read(Reading<T> reading) throws SQLException {
                return reading.from(connection);
            }
        };
        agent = new PlainAgent(rag, dataset);
    }

    void index(String path, String text) {
        texts.put(path, text);
        rag.index(new SourceRequest(SourceRequest.MARKDOWN, path, text, Map.of()));
    }

    AgentReply ask(String question) {
        return agent.reply(List.of(), question);
    }

    /** Returns the message without its citations. */
    String said(String question) {
        return ask(question).message().replaceAll(" \\[[^\\]\\s]+:[0-9a-f]{32}]", "");
    }

    /** Returns what a citation points at. */
    String cited(Citation citation) {
        String text = texts.get(citation.sourcePath());
        int start = text.offsetByCodePoints(0, citation.start());
        return text.substring(start, text.offsetByCodePoints(start, citation.end() - citation.start()));
    }

    @Override
    public void close() throws SQLException {
        rag.close();
        connection.close();
    }
}
