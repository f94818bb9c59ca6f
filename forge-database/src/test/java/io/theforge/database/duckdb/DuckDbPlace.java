package io.theforge.database.duckdb;

import io.theforge.database.DatabaseUrl;
import io.theforge.database.Warehouse;
import io.theforge.database.Warehouses;
import io.theforge.database.crash.FailingDriver;
import io.theforge.database.crash.Faults;
import io.theforge.database.crash.Place;
import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB file in a folder of its own.
 *
 * @param pieces in which rows are loaded through connections that fail
 */
record DuckDbPlace(Path folder, Pieces pieces) implements Place {
    DuckDbPlace(Path folder) {
        this(folder, Pieces.USUAL);
    }

    Path file() {
        return folder.resolve("forge.duckdb");
    }

    @Override
    public String url() {
        return "duckdb:" + file();
    }

    @Override
    public Warehouse warehouse() {
        return Warehouse.of(new DatabaseUrl(file(), null));
    }

    /** While it is open, everybody who asks for a DuckDB connection gets a watched one. */
    @Override
    public Warehouse warehouse(Faults faults) {
        try {
            Driver genuine = DriverManager.getDriver("jdbc:duckdb:");
            Driver failing = FailingDriver.before(new DuckDBDriver(), faults);
            DriverManager.deregisterDriver(genuine);
            DriverManager.registerDriver(failing);
            return closing(Warehouses.on(new DuckDbTarget(file(), pieces)), () -> {
                DriverManager.deregisterDriver(failing);
                DriverManager.registerDriver(genuine);
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Closing {
        void run() throws SQLException;
    }

    private static Warehouse closing(Warehouse warehouse, Closing closing) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                closing.run();
            }
            try {
                return method.invoke(warehouse, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (Warehouse)
                Proxy.newProxyInstance(DuckDbPlace.class.getClassLoader(), new Class<?>[] {Warehouse.class}, handler);
    }

    @Override
    public Place copy() throws IOException {
        Path other = Files.createTempDirectory(folder.getParent(), "place");
        if (Files.exists(file())) {
            Files.copy(file(), other.resolve(file().getFileName()));
        }
        return new DuckDbPlace(other, pieces);
    }

    @Override
    public List<String> catalog() throws SQLException {
        return read(connection -> Sql.on(connection).texts(SqlScript.text(DuckDbPlace.class, "whole-catalog.sql")));
    }

    @Override
    public List<String> rows() throws SQLException {
        return read(DuckDbPlace::rows);
    }

    private static List<String> rows(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : Sql.on(connection)
                .texts("SELECT '\"' || schema_name || '\".\"' || table_name || '\"' FROM duckdb_tables() ORDER BY 1")) {
            rows.addAll(Sql.on(connection)
                    .texts(
                            "SELECT concat_ws(' ', ?, count(*), md5(string_agg(CAST(t AS varchar), ',' ORDER BY CAST(t AS varchar))))"
                                    + " FROM " + table + " t",
                            table));
        }
        return rows;
    }

    private List<String> read(Reading reading) throws SQLException {
        if (!Files.exists(file())) {
            return List.of();
        }
        try (Connection connection = Connections.readOnly(file()).connection()) {
            return reading.read(connection);
        }
    }

    private interface Reading {
        List<String> read(Connection connection) throws SQLException;
    }

    @Override
    public void awaitQuiet() {
        // a file is free when its process has ended
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
