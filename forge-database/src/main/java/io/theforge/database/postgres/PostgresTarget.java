package io.theforge.database.postgres;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.session.AppendSession;
import io.theforge.database.session.LoadSession;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** A PostgreSQL database, 15 to 18. */
public final class PostgresTarget implements Target {
    private final PostgresAddress address;
    private final Driver driver;

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
    public Connection openForReading() throws SQLException {
        Connection connection = connect();
        try {
            takeSnapshot(connection, false);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A load empties and fills tables in a way that an older snapshot would see. LOCK waits for it to end, and takes no
     * snapshot itself.
     *
     * @param staging whether temporary tables are made; a standby has none
     */
    private static void takeSnapshot(Connection connection, boolean staging) throws SQLException {
        List<String> present =
                Catalog.readable(connection).stream().map(Catalog::quoted).toList();
        if (staging && Sql.number(connection, "SELECT CAST(pg_is_in_recovery() AS int)") == 0) {
            Transactions.beginStaging(connection);
        } else {
            Transactions.beginReading(connection);
        }
        if (!present.isEmpty()) {
            Sql.run(connection, "LOCK TABLE " + String.join(", ", present) + " IN ACCESS SHARE MODE");
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = driver.connect(address.jdbcUrl(), address.properties());
        if (connection == null) {
            throw new IllegalStateException("the driver does not take " + name());
        }
        try {
            Schema.require(connection, address);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Set<String> tables(Connection connection) throws SQLException {
        return Catalog.tables(connection);
    }

    @Override
    public void checkTables(Connection connection) throws SQLException {
        Catalog.check(connection);
    }

    @Override
    public List<String> dependents(Connection connection, Ownership ours) throws SQLException {
        return Dependents.rows(connection, ours);
    }

    @Override
    public List<String> calendarReferences(Connection connection) throws SQLException {
        return Dependents.onCalendar(connection);
    }

    @Override
    public String databaseName() {
        return address.database();
    }

    @Override
    public <T> T changeRecords(RecordsChange<T> change) throws SQLException {
        try (PostgresSession session = PostgresSession.openForRecords(connect())) {
            session.createRecords();
            T result = change.apply(session.connection());
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
        Connection connection = connect();
        try {
            if (!writing) {
                takeSnapshot(connection, true);
            }
            return AppendingSession.open(connection, writing);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public DatabaseException explain(SQLException failure) {
        return Failures.explain(failure, address);
    }
}
