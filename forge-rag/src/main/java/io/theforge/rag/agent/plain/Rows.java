package io.theforge.rag.agent.plain;

import io.theforge.rag.agent.question.Mentions;
import io.theforge.rag.agent.table.Catalog;
import io.theforge.rag.agent.table.Tables;
import java.sql.SQLException;
import java.util.List;

/** A kind of question that single rows of the tables answer. */
interface Rows {

    /** Returns the names of the tables that it looks into. */
    String tables();

    /** Returns what they say: several where rows are equal; nothing where it is another question or there is no such row. */
    List<Finding> look(Mentions named, Catalog catalog, Tables tables) throws SQLException;
}
