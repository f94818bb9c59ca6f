package io.theforge.rag.agent;

import java.sql.Connection;
import java.sql.SQLException;

/** The dataset's database, for reading alone. */
public interface DatasetReader {

    /** Lends a connection that cannot write. */
    <T> T read(Reading<T> reading) throws SQLException;

    /** What is read with it. */
    interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }
}
