package io.theforge.rag.store;

import io.theforge.database.postgres.PostgresAddress;
import io.theforge.database.postgres.PostgresTarget;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL with the extension vector. The tables are the host's, as they are; where there are none they are created. Words are in a
 * table of the Forge's own.
 */
final class PostgresStore extends SqlStore {
    /** Whoever writes waits for who writes already. */
    private static final long WRITERS = 0x7468_6566_6f72_6765L;

    private static final String THERE =
            "SELECT count(*) WHERE to_regclass('document_source') IS NOT NULL AND to_regclass('document_chunk') IS NOT NULL";

    private final PostgresTarget target;
    private final String model;
    private volatile boolean hasLookedAtAll;

    PostgresStore(PostgresAddress address, String model) {
        super(new PostgresDialect(), model);
        target = new PostgresTarget(address);
        this.model = model;
    }

    /** Whether a server has the extension, created or not. */
    static boolean isPossible(PostgresAddress address) {
        PostgresTarget target = new PostgresTarget(address);
        try (Sql sql = target.connect()) {
            return sql.number("SELECT count(*) FROM pg_available_extensions WHERE name = 'vector'") > 0;
        } catch (SQLException e) {
            throw target.explain(e, false);
        }
    }

    @Override
    <T> @Nullable T reading(Work<T> work) {
        try (Sql sql = target.connect()) {
            sql.connection().setReadOnly(true);
            sql.connection().setAutoCommit(false);
            @Nullable T found = sql.number(THERE) == 0 ? null : work.with(sql);
            sql.connection().rollback();
            return found;
        } catch (SQLException e) {
            throw explained(e, false);
        }
    }

    @Override
    <T> @Nullable T writing(int dimensions, Work<T> work) {
        try (Sql sql = target.connect()) {
            sql.connection().setAutoCommit(false);
            sql.texts("SELECT CAST(pg_advisory_xact_lock(?) AS text)", WRITERS);
            create(sql, dimensions);
            PostgresDialect.addWordsOfOthers(sql, hasLookedAtAll);
            @Nullable T done = work.with(sql);
            sql.connection().commit();
            hasLookedAtAll = true;
            return done;
        } catch (SQLException e) {
            throw explained(e, true);
        }
    }

    private void create(Sql sql, int dimensions) throws SQLException {
        if (sql.number(THERE) > 0 && PostgresDialect.isIndexed(sql)) {
            return;
        }
        if (sql.number("SELECT count(*) FROM pg_extension WHERE extname = 'vector'") == 0) {
            sql.run("CREATE EXTENSION vector");
        }
        if (sql.number("SELECT count(*) FROM pg_namespace WHERE quote_ident(nspname) = ?", sql.ownSchema()) == 0) {
            sql.run("CREATE SCHEMA " + sql.ownSchema());
        }
        sql.script(PostgresStore.class, "postgres.sql");
        if (sql.number("SELECT count(*) WHERE to_regclass('document_chunk') IS NOT NULL") == 0) {
            for (String statement :
                    SqlScript.text(PostgresStore.class, "postgres-chunks.sql").split(";\\R")) {
                sql.run(statement.replace(":dimensions", Integer.toString(dimensions)));
            }
        }
        Models.keep(sql, model);
    }

    private DatabaseException explained(SQLException failure, boolean writing) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        if (message.contains("dimensions")) {
            return new DatabaseException(
                    "the table document_chunk holds vectors of another length than those of the model " + model,
                    "name the model that they are of by FORGE_EMBEDDING_URL and FORGE_EMBEDDING_MODEL, or use another database",
                    failure);
        }
        return target.explain(failure, writing);
    }
}
