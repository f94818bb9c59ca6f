package io.theforge.bench;

import io.theforge.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/** A month's {@code --append} to PostgreSQL against {@code COPY} of the same rows into the tables as they stand, in turns. */
final class AppendCeiling {
    private final Sizes sizes;
    private final Launcher forge;
    private final PostgresServer server;
    private final ByHand byHand;
    private final Report report;

    AppendCeiling(Sizes sizes, Launcher forge, PostgresServer server, Path files, Report report) throws IOException {
        this.sizes = sizes;
        this.forge = forge;
        this.server = server;
        this.report = report;
        Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwxrwxrwx"));
        byHand = new ByHand(server, files);
    }

    void measure() throws Exception {
        double forgeSeconds = Double.MAX_VALUE;
        double ceilingSeconds = Double.MAX_VALUE;
        Map<Table, Long> after = Map.of();
        for (int trial = 0; trial < sizes.trials(); trial++) {
            makeYear();
            Map<Table, Long> before = rows();
            forgeSeconds = Math.min(
                    forgeSeconds,
                    forge.run("--append", "--json", "--database", server.url()).seconds());
            if (trial == 0) {
                after = rows();
                byHand.makeFilesBehind(before);
            }
            makeYear();
            ceilingSeconds = Math.min(ceilingSeconds, byHand.append());
            if (!rows().equals(after)) {
                throw new IllegalStateException("by hand there are " + rows() + " rows and not " + after);
            }
        }
        String name = "PostgreSQL, " + sizes.large() + ", a month: ";
        report.figure(name + "./forge --append, best of " + sizes.trials(), forgeSeconds, "s");
        report.figure(name + "ceiling by hand, best of " + sizes.trials(), ceilingSeconds, "s");
        report.atMost(1.4, "PostgreSQL: a month's append against the ceiling", forgeSeconds / ceilingSeconds, "x");
    }

    private void makeYear() throws SQLException, IOException, InterruptedException {
        server.createFresh();
        forge.run(sizes.fullNew(sizes.stores(), server.url()));
    }

    private Map<Table, Long> rows() throws SQLException {
        Map<Table, Long> rows = new EnumMap<>(Table.class);
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (Table table : Table.SEVEN) {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.sqlName())) {
                    row.next();
                    rows.put(table, row.getLong(1));
                }
            }
        }
        return rows;
    }
}
