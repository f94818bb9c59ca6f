package io.theforge.database.write;

import io.theforge.database.report.OperationReport;
import io.theforge.database.report.Progress;
import io.theforge.database.session.WriteSession;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation that writes, as it has been asked for. {@link WriteRunner} runs it. */
public interface WriteOperation<S extends WriteSession> {

    /** Returns "full-new", "append" or "delete". */
    String name();

    /** Plans without locks and hands the plan on. Nothing is written, and a database that is not there is not created. */
    OperationReport look(Look look) throws SQLException;

    /** What is done with a plan that was made without locks. */
    interface Look {
        /** @param sql null when there is no such database */
        OperationReport at(@Nullable Sql sql, WritePlan<?> plan) throws SQLException;
    }

    /** Returns the report when there is nothing to do, as far as that can be seen cheaply and without locks. */
    default Optional<OperationReport> nothingToDo() throws SQLException {
        return Optional.empty();
    }

    /** Opens the transaction and takes the locks; refused when the database is marked as production. */
    S lock() throws SQLException;

    /** Looks, guards and counts under the locks. Nothing that was seen before them is trusted. */
    WritePlan<S> plan(S session, Progress progress) throws SQLException;
}
