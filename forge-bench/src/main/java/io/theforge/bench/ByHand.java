package io.theforge.bench;

import io.theforge.table.Table;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What somebody can do who has the rows in ready-made files of binary COPY and knows PostgreSQL. */
final class ByHand {
    private final PostgresServer server;
    private final Path files;
    private final Schema schema = new Schema();

    /** @param files a folder that the server may write to, if it is on this machine */
    ByHand(PostgresServer server, Path files) {
        this.server = server;
        this.files = files;
    }

    /** How it is done here, for the report. */
    String way() {
        return "by hand: "
                + (server.psql() != null ? "psql" : "JDBC for want of psql")
                + (server.readsFilesHere() ? ", the server reads the files itself" : ", files sent by COPY FROM STDIN");
    }

    /** Makes the files from a database that the Forge has filled. */
    void makeFiles() throws SQLException, IOException {
        makeFilesBehind(Map.of());
    }

    /** The same of the rows that an append has added. @param before how many rows each table had, 0 where it is not named */
    void makeFilesBehind(Map<Table, Long> before) throws SQLException, IOException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (Table table : Table.SEVEN) {
                long first = before.getOrDefault(table, 0L);
                if (server.readsFilesHere()) {
                    statement.execute(Schema.copyBehind(table, first, Schema.fileInQuotes(table, files)));
                    continue;
                }
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Schema.file(table, files)))) {
                    copies(connection).copyOut(Schema.copyBehind(table, first, "STDOUT"), out);
                }
            }
        }
    }

    /** The ceiling: bare tables, load, then indexes and references, in one transaction; seconds until it is committed. */
    double ceiling() throws SQLException, IOException, InterruptedException {
        return load(schema.bareTables(), schema.indexesAndReferences());
    }

    /** The load alone into tables with everything in place, in one transaction. */
    double plainCopy() throws SQLException, IOException, InterruptedException {
        execute(schema.whole());
        return append();
    }

    /** The load alone into the database as it is, in one transaction. */
    double append() throws SQLException, IOException, InterruptedException {
        return load(List.of(), List.of());
    }

    private double load(List<String> before, List<String> after)
            throws SQLException, IOException, InterruptedException {
        Path psql = server.psql();
        if (psql != null && server.readsFilesHere()) {
            List<String> script = new ArrayList<>(before);
            script.addAll(Schema.copies(files));
            script.addAll(after);
            Path file = files.resolve("load.sql");
            Files.writeString(file, "BEGIN;\n" + String.join(";\n", script) + ";\nCOMMIT;\n");
            return Command.run(
                            files,
                            List.of(
                                    psql.toString(),
                                    "-X",
                                    "-q",
                                    "-v",
                                    "ON_ERROR_STOP=1",
                                    "-f",
                                    file.toString(),
                                    server.url()))
                    .seconds();
        }
        long start = System.nanoTime();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            executeAll(statement, before);
            if (server.readsFilesHere()) {
                executeAll(statement, Schema.copies(files));
            } else {
                send(connection);
            }
            executeAll(statement, after);
            connection.commit();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void send(Connection connection) throws SQLException, IOException {
        for (Table table : Table.SEVEN) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(Schema.file(table, files)))) {
                copies(connection).copyIn(Schema.copy(table, "STDIN"), in, 1 << 16);
            }
        }
    }

    private void execute(List<String> statements) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            executeAll(statement, statements);
        }
    }

    private static void executeAll(Statement statement, List<String> statements) throws SQLException {
        for (String sql : statements) {
            statement.execute(sql);
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
