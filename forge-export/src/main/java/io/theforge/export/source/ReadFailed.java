package io.theforge.export.source;

import java.sql.SQLException;

/** Carries the failure of a query through the code that writes rows, which knows no database. */
final class ReadFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException failure;

    ReadFailed(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    SQLException failure() {
        return failure;
    }

    /** A query. */
    interface Query<T> {
        T run() throws SQLException;
    }

    /** Does something with a database. */
    interface Step {
        void run() throws SQLException;
    }

    static void reading(Step step) {
        asking(() -> {
            step.run();
            return true;
        });
    }

    static <T> T asking(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            throw new ReadFailed(e);
        }
    }
}
