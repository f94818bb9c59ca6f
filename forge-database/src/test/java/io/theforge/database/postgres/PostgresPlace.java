package io.theforge.database.postgres;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.Warehouses;
import io.theforge.database.crash.FailingDriver;
import io.theforge.database.crash.Faults;
import io.theforge.database.crash.Place;
import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database on the test server. */
record PostgresPlace(TestServer.Database database) implements Place {

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public Warehouse warehouse() {
        return Warehouse.of(DatabaseUrl.parse(url(), Path.of("")));
    }

    @Override
    public Warehouse warehouse(Faults faults) {
        return Warehouses.on(
                new PostgresTarget(database.address(), FailingDriver.before(new org.postgresql.Driver(), faults)));
    }

    @Override
    public Place copy() throws SQLException {
        awaitQuiet();
        String admin = url().replace(database.name(), "postgres");
        return new PostgresPlace(TestServer.create(admin, database.name()));
    }

    @Override
    public List<String> catalog() throws SQLException {
        try (Connection connection = database.connect()) {
            return catalog(connection);
        }
    }

    /** Of the whole database, system schemas left out. */
    static List<String> catalog(Connection connection) throws SQLException {
        Sql.on(connection).run("SET search_path = pg_catalog");
        List<String> lines = Sql.on(connection).texts(SqlScript.text(PostgresPlace.class, "whole-catalog.sql"));
        for (String sequence : relations(connection, "S")) {
            lines.addAll(Sql.on(connection)
                    .texts("SELECT concat_ws(' ', ?, last_value, is_called) FROM " + sequence, sequence));
        }
        return lines;
    }

    @Override
    public List<String> rows() throws SQLException {
        try (Connection connection = database.connect()) {
            return rows(connection, "");
        }
    }

    /** @param but tables whose qualified name begins so are left out; empty for none */
    static List<String> rows(Connection connection, String but) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : relations(connection, "rm")) {
            if (but.isEmpty() || !table.startsWith(but)) {
                rows.addAll(Sql.on(connection)
                        .texts(
                                "SELECT concat_ws(' ', ?, count(*), md5(string_agg(t::text, ',' ORDER BY t::text))) FROM "
                                        + table + " t",
                                table));
            }
        }
        return rows;
    }

    private static List<String> relations(Connection connection, String kinds) throws SQLException {
        return Sql.on(connection).texts("""
                SELECT format('%I.%I', nspname, relname) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
                WHERE strpos(?, relkind) > 0 AND nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'
                ORDER BY 1
                """, kinds);
    }

    @Override
    public void awaitQuiet() throws SQLException {
        try (Connection connection = database.connect()) {
            while (Sql.on(connection)
                            .number(
                                    "SELECT count(*) FROM pg_stat_activity, pg_sleep(0.005) WHERE datname = current_database()"
                                            + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()")
                    > 0) {
                continue;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
