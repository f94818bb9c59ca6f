package io.theforge.junit.database;

import io.theforge.database.postgres.PostgresAddress;
import io.theforge.database.postgres.PostgresTarget;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server on which databases are made. Those of this run are called {@code forge_junit_<run>_<n>}; an advisory lock on the
 * run's number, which ends with this session, says that they are in use.
 */
final class PostgresServer implements AutoCloseable {
    /** First half of the locks' numbers: "frun" and "ftem". */
    private static final int RUN = 0x6672756e;

    private static final int TEMPLATE = 0x6674656d;
    private static final Pattern OF_A_RUN = Pattern.compile("forge_junit_([0-9a-f]{8})_\\d+");

    private final PostgresAddress address;
    private final Sql sql;
    private final int run = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private int databases;

    private PostgresServer(PostgresAddress address, Sql sql) {
        this.address = address;
        this.sql = sql;
    }

    /** Connects, and removes what dead runs of the same role have left. */
    static PostgresServer connect(PostgresAddress address) {
        try {
            PostgresServer server = new PostgresServer(address, Sql.on(address.connect()));
            server.sql.texts("SELECT CAST(pg_advisory_lock(?, ?) AS text)", RUN, server.run);
            server.removeLeftovers();
            PostgresTemplates.removeUnused(server.sql);
            return server;
        } catch (SQLException e) {
            throw explained(address, e);
        }
    }

    private void removeLeftovers() throws SQLException {
        List<String> names = sql.texts("SELECT datname FROM pg_database WHERE datname LIKE 'forge\\_junit\\_%'"
                + " AND pg_get_userbyid(datdba) = current_user");
        for (String name : names) {
            Matcher matcher = OF_A_RUN.matcher(name);
            if (matcher.matches() && !lives(HexFormat.fromHexDigits(matcher.group(1)))) {
                sql.run("DROP DATABASE IF EXISTS " + name);
            }
        }
    }

    private boolean lives(int other) throws SQLException {
        return sql.number(
                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2"
                                + " AND CAST(CAST(classid AS text) AS bigint) = ? AND CAST(CAST(objid AS text) AS bigint) = ?",
                        RUN,
                        other)
                > 0;
    }

    /** One at a time: a session runs one statement. */
    synchronized TestDatabase open(Contents contents, boolean writable) {
        try {
            PostgresTemplates templates = new PostgresTemplates(sql, contents.key(), address.user());
            if (!templates.isThere()) {
                make(contents, templates);
            }
            templates.noteUse();
            String name = newName();
            create(name, " TEMPLATE " + templates.name());
            if (!writable) {
                sql.run("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
            }
            return new PostgresDatabase(this, address.inDatabase(name), name);
        } catch (SQLException e) {
            throw explained(address, e);
        }
    }

    private void make(Contents contents, PostgresTemplates templates) throws SQLException {
        sql.texts("SELECT CAST(pg_advisory_lock(?, ?) AS text)", TEMPLATE, templates.number());
        try {
            if (!templates.isThere()) {
                String name = newName();
                create(name, "");
                try {
                    contents.fill(PostgresDatabase.url(address.inDatabase(name)));
                } catch (DatabaseException e) {
                    drop(name);
                    throw e;
                }
                templates.adopt(name);
            }
        } finally {
            sql.texts("SELECT CAST(pg_advisory_unlock(?, ?) AS text)", TEMPLATE, templates.number());
        }
    }

    private void create(String name, String like) throws SQLException {
        try {
            sql.run("CREATE DATABASE " + name + like);
        } catch (SQLException e) {
            if ("42501".equals(e.getSQLState())) {
                throw new DatabaseException(
                        "the role " + address.user() + " may not make databases on " + address.display(),
                        "let an administrator run: ALTER ROLE " + address.user()
                                + " CREATEDB; or leave the database out, for an embedded one",
                        null);
            }
            throw e;
        }
    }

    private String newName() {
        return "forge_junit_" + HexFormat.of().toHexDigits(run) + "_" + ++databases;
    }

    /** Sessions that a test has left open are ended. */
    synchronized void drop(String name) throws SQLException {
        sql.run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static DatabaseException explained(PostgresAddress address, SQLException failure) {
        return new PostgresTarget(address).explain(failure, true);
    }

    @Override
    public synchronized void close() {
        try {
            sql.close();
        } catch (SQLException e) {
            // the server ends the session by itself
            return;
        }
    }
}
