package io.theforge.database.postgres;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.Records;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.session.Ahead;
import io.theforge.database.session.AppendSession;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database, 15 to 18. */
public final class PostgresTarget implements Target {
    private final PostgresAddress address;
    private final Driver driver;
    /** As the last connection found them. */
    private volatile @Nullable Rights rights;

    private final AtomicReference<@Nullable Ahead<Sql>> ahead = new AtomicReference<>();

    public PostgresTarget(PostgresAddress address) {
        this(address, new org.postgresql.Driver());
    }

    PostgresTarget(PostgresAddress address, Driver driver) {
        this.address = address;
        this.driver = driver;
    }

    @Override
    public String name() {
        return address.display();
    }

    @Override
    public Sql openForReading() throws SQLException {
        Sql sql = connect();
        try {
            takeSnapshot(sql, false);
            return sql;
        } catch (SQLException | RuntimeException e) {
            sql.close();
            throw e;
        }
    }

    /**
     * A load empties and fills tables in a way that an older snapshot would see. LOCK waits for it to end, and takes no
     * snapshot itself.
     *
     * @param staging whether temporary tables are made; a standby has none
     */
    private static void takeSnapshot(Sql sql, boolean staging) throws SQLException {
        List<String> present = Catalog.readable(sql);
        if (staging && sql.number("SELECT CAST(pg_is_in_recovery() AS int)") == 0) {
            Transactions.beginStaging(sql);
        } else {
            Transactions.beginReading(sql);
        }
        if (!present.isEmpty()) {
            sql.run("LOCK TABLE " + String.join(", ", present) + " IN ACCESS SHARE MODE");
        }
    }

    @Override
    public void connectAhead() {
        abandonAhead();
        ahead.set(Ahead.begin("forge-connect", this::connectNow));
    }

    @Override
    public void abandonAhead() {
        Ahead<Sql> begun = ahead.getAndSet(null);
        if (begun != null) {
            letGo(begun);
        }
    }

    private static void letGo(Ahead<Sql> begun) {
        begun.whenThere(sql -> {
            try (sql) {
                // nobody has come for it
            } catch (SQLException e) {
                // the server notices by itself that its client is gone
            }
        });
    }

    /** A connection that takes no lock and begins no transaction, for tables that are not the seven. */
    public Sql connect() throws SQLException {
        Ahead<Sql> begun = ahead.getAndSet(null);
        if (begun == null) {
            return connectNow();
        }
        try {
            return begun.get();
        } catch (CancellationException e) {
            letGo(begun);
            throw e;
        }
    }

    private Sql connectNow() throws SQLException {
        Connection connection = driver.connect(address.jdbcUrl(), address.properties());
        if (connection == null) {
            throw new IllegalStateException("the driver does not take " + name());
        }
        try {
            Schema schema = Schema.open(connection, address);
            rights = schema.rights();
            return schema.sql();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
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
    public List<String> missingRights(Sql sql) throws SQLException {
        return Records.areComplete(sql, Catalog.tables(sql)) ? List.of() : OwnSchema.notes(sql);
    }

    @Override
    public List<String> dependents(Sql sql, Ownership ours) throws SQLException {
        return Dependents.rows(sql, ours);
    }

    @Override
    public List<String> calendarReferences(Sql sql) throws SQLException {
        return Dependents.onCalendar(sql);
    }

    @Override
    public String databaseName() {
        return address.database();
    }

    @Override
    public <T> T changeRecords(RecordsChange<T> change) throws SQLException {
        try (PostgresSession session = PostgresSession.openForRecords(connect())) {
            session.createRecords();
            T result = change.apply(session.sql());
            session.commit();
            return result;
        }
    }

    @Override
    public LoadSession openForReplacing() throws SQLException {
        return PostgresSession.open(connect());
    }

    @Override
    public AppendSession openForAppending(boolean writing) throws SQLException {
        Sql sql = connect();
        try {
            if (!writing) {
                takeSnapshot(sql, true);
            }
            return AppendingSession.open(sql, writing);
        } catch (SQLException | RuntimeException e) {
            sql.close();
            throw e;
        }
    }

    @Override
    public DatabaseException explain(SQLException failure, boolean writing) {
        return Failures.explain(failure, address, rights, writing);
    }
}
