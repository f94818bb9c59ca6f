package io.theforge.docs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;

/** Stands in for DuckDB's own client, which a machine may not have: {@code duckdb [-readonly] [-csv] [FILE] [SQL]}, or SQL by standard input. */
final class DuckDbClient {
    private DuckDbClient() {}

    /** Runs the statements, prints rows as CSV, and returns the exit code. */
    static int run(Path folder, Path input, PrintStream out, PrintStream err, List<String> arguments)
            throws IOException {
        List<String> words =
                arguments.stream().filter(word -> !word.startsWith("-")).toList();
        String sql = words.size() > 1 ? words.get(1) : Files.readString(input);
        Properties settings = new Properties();
        if (arguments.contains("-readonly")) {
            settings.put("duckdb.read_only", "true");
        }
        // this process stands in another folder than its caller
        String here = sql.replaceAll("(ATTACH|read_csv\\() ?'", "$0" + Matcher.quoteReplacement(folder + "/"));
        String file = words.isEmpty() ? "" : folder.resolve(words.get(0)).toString();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
                Statement statement = connection.createStatement()) {
            if (statement.execute(here)) {
                print(statement.getResultSet(), out);
            }
            return 0;
        } catch (SQLException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static void print(ResultSet rows, PrintStream out) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add(rows.getMetaData().getColumnLabel(i));
        }
        out.println(String.join(",", names));
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                String value = rows.getString(i);
                values.add(value == null ? "" : value);
            }
            out.println(String.join(",", values));
        }
    }
}
