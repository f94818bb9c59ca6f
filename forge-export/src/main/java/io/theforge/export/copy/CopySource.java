package io.theforge.export.copy;

import java.sql.SQLException;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunctionBindInfo;

/** The rows of one {@code COPY}. Its methods are called on the thread that runs it. */
public interface CopySource {
    /** Names the columns. */
    void declare(DuckDBTableFunctionBindInfo columns) throws SQLException;

    /** Writes the next rows, as many as there is room for; waits until there are so many. @return how many; 0 = no more */
    int next(DuckDBDataChunkWriter rows) throws InterruptedException;
}
