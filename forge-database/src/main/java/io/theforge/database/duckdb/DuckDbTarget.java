package io.theforge.database.duckdb;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.session.AppendSession;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A warehouse in one DuckDB file. */
public final class DuckDbTarget implements Target {
    private final Path path;
    private final Pieces pieces;

    public DuckDbTarget(Path path) {
        this(path, Pieces.USUAL);
    }

    DuckDbTarget(Path path, Pieces pieces) {
        this.path = path;
        this.pieces = pieces;
    }

    @Override
    public String name() {
        return "duckdb:" + path;
    }

    @Override
    public @Nullable Sql openForReading() throws SQLException {
        DatabaseFile file = DatabaseFile.of(path);
        if (file.isFolder()) {
            throw Failures.folder(file.path());
        }
        return file.exists() ? Connections.readOnly(file.path()) : null;
    }

    @Override
    public Set<String> tables(Sql sql) throws SQLException {
        return Catalog.tables(sql);
    }

    @Override
    public void checkTables(Sql sql) throws SQLException {
        Catalog.check(sql);
    }

    @Override
    public List<String> dependents(Sql sql, Ownership ours) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Catalog.Reference reference : Catalog.references(sql)) {
            Table to = Table.SEVEN.stream()
                    .filter(table -> table.sqlName().equals(reference.to()))
                    .findFirst()
                    .orElseThrow();
            if (to == Table.CALENDAR || reference.isWithinTheSeven()) {
                continue;
            }
            long rows = sql.number(
                    "SELECT count(*) FROM " + reference.sqlTable() + " WHERE " + Catalog.quoted(reference.column())
                            + " IN (SELECT " + Catalog.quoted(reference.toColumn()) + " FROM " + to.qualifiedName()
                            + " WHERE "
                            + ours.condition(to, "id") + ")");
            if (rows > 0) {
                found.add(Target.dependent(rows, reference.table(), to));
            }
        }
        return found;
    }

    @Override
    public List<String> calendarReferences(Sql sql) throws SQLException {
        return Catalog.calendarReferences(sql);
    }

    @Override
    public String databaseName() {
        return DatabaseFile.of(path).name();
    }

    @Override
    public <T> T changeRecords(RecordsChange<T> change) throws SQLException {
        DatabaseFile file = DatabaseFile.of(path);
        if (file.isFolder()) {
            throw Failures.folder(file.path());
        }
        if (!file.exists()) {
            throw new DatabaseException(
                    "there is no database at " + file.path(), "make one first, with --full-new", null);
        }
        try (OperationLock lock = OperationLock.take(file);
                Sql sql = Connections.writing(file.path())) {
            sql.run("BEGIN");
            Catalog.completeRecords(sql);
            T result = change.apply(sql);
            sql.run("COMMIT");
            return result;
        }
    }

    @Override
    public LoadSession openForReplacing() throws SQLException {
        return new ReplacingSession(DatabaseFile.of(path), pieces);
    }

    @Override
    public @Nullable AppendSession openForAppending(boolean writing) throws SQLException {
        DatabaseFile file = DatabaseFile.of(path);
        if (file.isFolder()) {
            throw Failures.folder(file.path());
        }
        return file.exists() ? AppendingSession.open(file, writing) : null;
    }

    @Override
    public DatabaseException explain(SQLException failure, boolean writing) {
        return Failures.explain(path, failure);
    }
}
