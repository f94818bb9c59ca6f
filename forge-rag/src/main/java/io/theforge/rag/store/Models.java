package io.theforge.rag.store;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.List;

/** Which model has made the vectors of an index. */
final class Models {
    private Models() {}

    /** Fails where vectors of two models would be compared. */
    static void check(Sql sql, String model) throws SQLException {
        List<String> before = sql.texts("SELECT model FROM theforge.rag_model");
        if (!before.isEmpty() && !before.get(0).equals(model)) {
            throw new DatabaseException(
                    "the index was made with the embedding model " + before.get(0) + ", and the model now is " + model,
                    "start with that model, or remove the index and fill it anew: .forge/rag.duckdb, or in PostgreSQL"
                            + " document_source, document_chunk and theforge.rag_model",
                    null);
        }
    }

    /** Keeps the model of an index that is new. */
    static void keep(Sql sql, String model) throws SQLException {
        if (sql.number("SELECT count(*) FROM theforge.rag_model") == 0) {
            sql.update("INSERT INTO theforge.rag_model VALUES (?)", model);
        }
    }
}
