package io.theforge.rag.agent.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.theforge.rag.agent.DatasetReader;
import io.theforge.rag.agent.table.Tables;
import java.sql.SQLException;

/**
 * Something that a model may ask of the tables.
 *
 * @param form its name, what it is for, and its arguments, as the model is told them
 */
record Tool(ToolSpecification form, Lookup lookup, DatasetReader dataset) {

    /** Looks it up. */
    interface Lookup {
        /** @throws IllegalArgumentException where the arguments do not fit; the model reads its message */
        Found of(Arguments arguments, Tables tables) throws SQLException;
    }

    /**
     * What came of it.
     *
     * @param json for the model
     * @param count how many rows
     */
    record Found(Object json, int count) {}

    Found run(Arguments arguments) throws SQLException {
        return dataset.read(connection -> lookup.of(arguments, new Tables(connection)));
    }
}
