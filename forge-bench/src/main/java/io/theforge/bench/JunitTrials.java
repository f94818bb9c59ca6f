package io.theforge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a test waits for that asks for a dataset with {@code @ForgeDataset}: the first of a run that has none yet, and the next. */
final class JunitTrials {
    private final Report report;
    private final Sizes sizes;
    private final Path folder;

    private JunitTrials(Report report, Sizes sizes, Path folder) {
        this.report = report;
        this.sizes = sizes;
        this.folder = folder;
    }

    static void measure(Report report, Sizes sizes, Path scratch, PostgresServer server)
            throws IOException, InterruptedException, SQLException {
        report.condition(server.describe());
        JunitTrials trials = new JunitTrials(report, sizes, scratch);
        trials.measure("embedded", "duckdb:", () -> {});
        server.createFresh();
        List<String> before = templates(server);
        trials.measure("PostgreSQL", server.url(), () -> {
            List<String> made = templates(server);
            made.removeAll(before);
            try (Connection connection = server.connect();
                    Statement statement = connection.createStatement()) {
                for (String template : made) {
                    statement.execute("DROP DATABASE " + template);
                }
            }
        });
    }

    private interface Clearing {
        void clear() throws SQLException;
    }

    /** @param clearing removes what a run keeps for the next */
    private void measure(String target, String database, Clearing clearing)
            throws IOException, InterruptedException, SQLException {
        double first = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        for (int trial = 0; trial < sizes.trials(); trial++) {
            try {
                String[] seconds = run(folder.resolve(target + trial), database).split(" ");
                first = Math.min(first, Double.parseDouble(seconds[0]));
                second = Math.min(second, Double.parseDouble(seconds[1]));
            } finally {
                clearing.clear();
            }
        }
        String name = "@ForgeDataset, " + target + ", ";
        report.atMost(3, name + "first test, best of " + sizes.trials(), first, "s");
        report.atMost(0.1, name + "second test with the same, best of " + sizes.trials(), second, "s");
    }

    private String run(Path cache, String database) throws IOException, InterruptedException {
        return Command.run(
                        folder,
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                JunitRun.class.getName(),
                                cache.toString(),
                                database))
                .output()
                .strip();
    }

    private static List<String> templates(PostgresServer server) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT datname FROM pg_database WHERE datname ~ '^forge_template_[0-9a-f]{16}$'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
