package io.theforge.bench;

import io.theforge.database.duckdb.DuckDbTarget;
import io.theforge.database.sql.SqlScript;
import io.theforge.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What somebody can do who has the rows in Parquet files and knows DuckDB: the same tables, keys and checks, filled in one transaction. */
final class DuckDbByHand {
    private final Path files;

    /** @param files a folder for the Parquet files */
    DuckDbByHand(Path files) {
        this.files = files;
    }

    /** Makes the files from a database that the Forge has filled. */
    void makeFiles(Path made) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + made);
                Statement statement = connection.createStatement()) {
            for (Table table : Table.SEVEN) {
                statement.execute("COPY (SELECT " + columns(table) + " FROM " + table.sqlName() + ") TO " + file(table)
                        + " (FORMAT parquet)");
            }
        }
    }

    /** The ceiling: seconds from opening a file that is not there to having closed it. */
    double load(Path file) throws SQLException {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN TRANSACTION");
            for (String create :
                    SqlScript.text(DuckDbTarget.class, "tables.sql").split(";\\R")) {
                statement.execute(create);
            }
            for (Table table : Table.SEVEN) {
                statement.execute("INSERT INTO " + table.sqlName() + " (" + columns(table) + ") FROM " + file(table));
            }
            statement.execute("COMMIT");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** What a file holds: rows of the two large tables, columns and constraints. */
    static List<String> content(Path file) throws SQLException {
        List<String> content = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "SELECT count(*) FROM sales_daily",
                    "SELECT count(*) FROM inventory_snapshot_daily",
                    "SELECT sql FROM duckdb_tables() WHERE schema_name = 'main' ORDER BY table_name")) {
                try (ResultSet row = statement.executeQuery(query)) {
                    while (row.next()) {
                        content.add(row.getString(1));
                    }
                }
            }
        }
        return content;
    }

    private static String columns(Table table) {
        return String.join(", ", table.columns());
    }

    private String file(Table table) {
        return Scratch.quoted(files.resolve(table.sqlName() + ".parquet"));
    }
}
