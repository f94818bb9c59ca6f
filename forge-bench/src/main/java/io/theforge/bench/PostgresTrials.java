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
import java.util.List;

/** The whole {@code --full-new} into PostgreSQL against the same rows loaded by hand, in turns, each into a fresh database. */
final class PostgresTrials {
    /** The shape of a schema: every index and constraint as PostgreSQL would write it down. */
    private static final String KEYS = """
            SELECT string_agg(line, E'\\n' ORDER BY line) FROM (
                SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE 'forge\\_%'
                UNION ALL
                SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
                    AND conrelid::regclass::text NOT LIKE 'forge\\_%'
            ) AS keys (line)
            """;

    private final Options options;
    private final Sizes sizes;
    private final Launcher forge;
    private final PostgresServer server;
    private final ByHand byHand;
    private final Report report;

    PostgresTrials(Options options, Launcher forge, PostgresServer server, Path files, Report report)
            throws IOException {
        this.options = options;
        sizes = options.sizes();
        this.forge = forge;
        this.server = server;
        this.report = report;
        Files.setPosixFilePermissions(files, PosixFilePermissions.fromString("rwxrwxrwx"));
        byHand = new ByHand(server, files);
    }

    void measure() throws Exception {
        report.condition(server.describe());
        report.condition(byHand.way());
        double forgeSeconds = Double.MAX_VALUE;
        double ceilingSeconds = Double.MAX_VALUE;
        double peakMegabytes = 0;
        List<String> made = List.of();
        for (int trial = 0; trial < sizes.trials(); trial++) {
            server.createFresh();
            Command.Ended run = forge.run(sizes.fullNew(sizes.stores(), server.url()));
            forgeSeconds = Math.min(forgeSeconds, run.seconds());
            peakMegabytes = Math.max(peakMegabytes, Launcher.peakMegabytes(run));
            if (trial == 0) {
                made = content();
                byHand.makeFiles();
            }
            server.createFresh();
            ceilingSeconds = Math.min(ceilingSeconds, byHand.ceiling());
            requireSame(made, "the ceiling");
        }
        String rows = sizes.large();
        report.figure("PostgreSQL, " + rows + ": ./forge --full-new, best of " + sizes.trials(), forgeSeconds, "s");
        report.figure("PostgreSQL, " + rows + ": ceiling by hand, best of " + sizes.trials(), ceilingSeconds, "s");
        report.atMost(1, "PostgreSQL: --full-new against the ceiling", forgeSeconds / ceilingSeconds, "x");
        report.atMost(256, "PostgreSQL, " + rows + ": peak memory of the JVM", peakMegabytes, "MB");
        if (!options.quick()) {
            plainCopy(made, forgeSeconds);
            tenfold(peakMegabytes);
        }
    }

    private void plainCopy(List<String> made, double forgeSeconds) throws Exception {
        server.createFresh();
        double seconds = byHand.plainCopy();
        requireSame(made, "plain COPY");
        report.figure("PostgreSQL: plain COPY with everything in place, once", seconds, "s");
        report.atMost(0.25, "PostgreSQL: --full-new against plain COPY", forgeSeconds / seconds, "x");
    }

    private void tenfold(double peakMegabytes) throws Exception {
        server.createFresh();
        Command.Ended run = forge.run(sizes.fullNew(10 * sizes.stores(), server.url()));
        double megabytes = Launcher.peakMegabytes(run);
        report.figure("PostgreSQL, ten times the stores: ./forge --full-new, once", run.seconds(), "s");
        report.atMost(256, "PostgreSQL, ten times the stores: peak memory of the JVM", megabytes, "MB");
        report.atMost(
                1.1,
                "PostgreSQL: larger peak memory against the smaller",
                Math.max(megabytes, peakMegabytes) / Math.min(megabytes, peakMegabytes),
                "x");
    }

    /** A comparison of loads means something only if the same is there afterwards. */
    private void requireSame(List<String> made, String loaded) throws SQLException {
        List<String> content = content();
        if (!content.equals(made)) {
            throw new IllegalStateException("after " + loaded + " the database does not hold what the Forge made: "
                    + content + " instead of " + made);
        }
    }

    /** Rows of the two large tables, indexes and constraints. */
    private List<String> content() throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            return List.of(
                    text(statement, "SELECT count(*) FROM " + Table.SALES_DAILY.sqlName()),
                    text(statement, "SELECT count(*) FROM " + Table.INVENTORY_SNAPSHOT_DAILY.sqlName()),
                    text(statement, KEYS));
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
