package io.theforge.export.read;

import io.theforge.table.Column;
import io.theforge.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the rows of an export's tables, file by file. */
final class ExportRows implements AutoCloseable {
    private final Path folder;
    private final String format;
    private final boolean isDescribed;
    private final Connection connection;
    private @Nullable String attached;

    /**
     * @param isDescribed whether a manifest says which columns there are
     * @param format "csv", "jsonl", "json", "parquet", "duckdb", "sql", "delta"
     */
    ExportRows(Path folder, String format, boolean isDescribed) {
        this.folder = folder.toAbsolutePath();
        this.format = format;
        this.isDescribed = isDescribed;
        try {
            connection = Duck.open();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
    }

    /** Opens one file of a table. */
    RowCursor open(ReadTable table, String file, References references) {
        Path path = folder.resolve(file);
        List<Column> columns = table.columns();
        return switch (format) {
            case "sql" ->
                new CopyCursor(
                        connection, FileQuery.lines(path), sqlName(table), columns, references, file, path.toString());
            case "duckdb" ->
                new QueryCursor(
                        connection,
                        StrictSelect.of(columns, attach(file) + "." + sqlName(table), false),
                        table,
                        references,
                        file + ": " + table.name(),
                        path.toString());
            case "json", "jsonl" -> rows(table, file, List.of(), references);
            default -> {
                List<String> inFile = namesIn(file);
                ReadTable found = isDescribed ? table : table.asIn(inFile);
                for (Column column : found.columns()) {
                    if (!inFile.contains(column.name())) {
                        throw new UnreadableException(file + " has no column " + column.name());
                    }
                }
                yield rows(found, file, inFile, references);
            }
        };
    }

    private RowCursor rows(ReadTable table, String file, List<String> inFile, References references) {
        Path path = folder.resolve(file);
        String query = FileQuery.rows(path, format, table.columns(), inFile);
        return new QueryCursor(connection, query, table, references, file, path.toString());
    }

    private static String sqlName(ReadTable table) {
        Table known = table.table();
        return known == null ? table.name() : known.qualifiedName();
    }

    private String attach(String file) {
        if (attached == null) {
            Path path = folder.resolve(file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("ATTACH " + FileQuery.text(path.toString()) + " AS forge_export (READ_ONLY)");
            } catch (SQLException e) {
                throw UnreadableException.of(file, path.toString(), e);
            }
            attached = "forge_export";
        }
        return attached;
    }

    private List<String> namesIn(String file) {
        Path path = folder.resolve(file);
        boolean isText = format.equals("csv");
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(isText ? FileQuery.firstLine(path) : FileQuery.names(path))) {
            while (found.next()) {
                names.addAll(isText ? CsvHeader.names(found.getString(1)) : List.of(found.getString(1)));
            }
        } catch (SQLException e) {
            throw UnreadableException.of(file, path.toString(), e);
        }
        return names;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not end", e);
        }
    }
}
