package io.theforge.database.duckdb;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.record.OwnTables;
import io.theforge.database.record.Records;
import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What DuckDB's catalog says; the database looked at is the connection's current one. */
final class Catalog {
    private static final String HERE = " WHERE database_name = current_database() AND schema_name = 'main' ";

    private Catalog() {}

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static List<String> sevenNames() {
        return Table.SEVEN.stream().map(Table::sqlName).toList();
    }

    /**
     * Those of the seven tables and of our own that exist.
     *
     * @throws io.theforge.database.report.RefusedException when one of our own names is another's table
     */
    static Set<String> tables(Sql sql) throws SQLException {
        Set<String> seven = Set.copyOf(sevenNames());
        Set<String> found = new HashSet<>();
        Map<String, Set<String>> own = new HashMap<>();
        sql.each(
                row -> {
                    String name = row.getString(2);
                    if (row.getString(1).equals(Sql.OWN_SCHEMA)) {
                        own.put(Sql.OWN_SCHEMA + "." + name, columns(row.getString(3)));
                    } else if (seven.contains(name) || Records.EARLIER.contains(name)) {
                        found.add(name);
                    }
                },
                """
                SELECT schema_name, table_name, CASE schema_name WHEN 'theforge' THEN sql END FROM duckdb_tables()
                WHERE database_name = current_database() AND schema_name IN ('main', 'theforge')
                """);
        OwnTables.refuseForeign(sql, own);
        found.addAll(own.keySet());
        return found;
    }

    /**
     * What follows an opening bracket or a comma, the names of columns among it: asking for those takes twice the time.
     *
     * @param definition as the catalog writes it
     */
    private static Set<String> columns(String definition) {
        Set<String> columns = new HashSet<>();
        for (String column : definition.split("[(,] ?")) {
            columns.add(column.split(" ", 2)[0].replace("\"", ""));
        }
        return columns;
    }

    /** Creates those of the Forge's own tables that are missing, in the transaction that is open. */
    static void completeRecords(Sql sql) throws SQLException {
        sql.run("CREATE SCHEMA IF NOT EXISTS " + Sql.OWN_SCHEMA);
        Records.complete(sql, tables(sql));
    }

    /** Fails when some, but not all, of the seven tables exist, or when one of them does not fit. */
    static void check(Sql sql) throws SQLException {
        Set<String> found = tables(sql);
        Records.check(sql, found);
        for (String view : sql.texts("SELECT view_name FROM duckdb_views()" + HERE)) {
            if (sevenNames().contains(view)) {
                throw misfit(view + " is a view", "rename it, or use another file");
            }
        }
        List<String> missing =
                sevenNames().stream().filter(name -> !found.contains(name)).toList();
        if (missing.size() == sevenNames().size()) {
            return;
        }
        if (!missing.isEmpty()) {
            throw misfit("some of the seven exist, but not " + String.join(", ", missing), "use another file");
        }
        List<Column> columns = sql.list(
                row -> new Column(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                "SELECT table_name, column_name, data_type, NOT is_nullable AND column_default IS NULL"
                        + " FROM duckdb_columns()" + HERE);
        for (Table table : Table.SEVEN) {
            check(
                    table,
                    columns.stream()
                            .filter(column -> column.table.equals(table.sqlName()))
                            .toList());
        }
    }

    private static void check(Table table, List<Column> columns) {
        for (io.theforge.table.Column expected : table.definition()) {
            String name = table.sqlName() + "." + expected.name();
            Column column = columns.stream()
                    .filter(each -> each.name.equals(expected.name()))
                    .findFirst()
                    .orElseThrow(() -> misfit("column " + name + " is missing", "use another file"));
            if (!Columns.fits(expected, column.type)) {
                throw misfit(
                        "column " + name + " is " + column.type + ", not " + Columns.staged(expected),
                        "use another file");
            }
        }
        for (Column column : columns) {
            if (column.mustBeGiven && !table.columns().contains(column.name)) {
                throw misfit(
                        "column " + table.sqlName() + "." + column.name
                                + " is NOT NULL without a default, and the Forge does not know it",
                        "give it a default, or allow NULL");
            }
        }
    }

    private static DatabaseException misfit(String message, String remedy) {
        return new DatabaseException("the tables do not fit: " + message, remedy, null);
    }

    private record Column(String table, String name, String type, boolean mustBeGiven) {}

    /** Foreign keys onto the seven tables, those between the seven included. */
    static List<Reference> references(Sql sql) throws SQLException {
        return sql
                .list(
                        row -> new Reference(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)),
                        "SELECT schema_name, table_name, constraint_column_names[1], referenced_table, referenced_column_names[1]"
                                + " FROM duckdb_constraints() WHERE database_name = current_database()"
                                + " AND constraint_type = 'FOREIGN KEY' AND len(constraint_column_names) = 1")
                .stream()
                .filter(reference -> sevenNames().contains(reference.to))
                .toList();
    }

    /** For each foreign key of another table onto the calendar, a condition that it refers to row {@code p}. */
    static List<String> calendarReferences(Sql sql) throws SQLException {
        return references(sql).stream()
                .filter(reference -> reference.to.equals(Table.CALENDAR.sqlName()) && !reference.isWithinTheSeven())
                .map(reference -> "EXISTS (SELECT 1 FROM " + reference.sqlTable() + " r WHERE r."
                        + quoted(reference.column) + " = p." + quoted(reference.toColumn) + ")")
                .toList();
    }

    /** A foreign key of one column. */
    record Reference(String schema, String table, String column, String to, String toColumn) {
        boolean isWithinTheSeven() {
            return schema.equals("main") && sevenNames().contains(table);
        }

        String sqlTable() {
            return quoted(schema) + "." + quoted(table);
        }
    }

    /** Everything that has been defined, as text: two databases of equal definitions differ in their rows at most. */
    static Set<String> definitions(Sql sql) throws SQLException {
        return new TreeSet<>(sql.texts("""
                SELECT concat_ws(' ', schema_name, table_name, sql, comment) FROM duckdb_tables()
                    WHERE database_name = current_database()
                UNION ALL SELECT concat_ws(' ', schema_name, table_name, column_name, comment) FROM duckdb_columns()
                    WHERE database_name = current_database() AND comment IS NOT NULL
                UNION ALL SELECT concat_ws(' ', schema_name, sql, comment) FROM duckdb_indexes()
                    WHERE database_name = current_database()
                UNION ALL SELECT concat_ws(' ', schema_name, sql, comment) FROM duckdb_views()
                    WHERE database_name = current_database() AND NOT internal
                UNION ALL SELECT concat_ws(' ', 'sequence', schema_name, sequence_name, comment) FROM duckdb_sequences()
                    WHERE database_name = current_database()
                UNION ALL SELECT concat_ws(' ', 'function', schema_name, function_name) FROM duckdb_functions()
                    WHERE database_name = current_database() AND NOT internal
                UNION ALL SELECT concat_ws(' ', 'type', schema_name, type_name) FROM duckdb_types()
                    WHERE database_name = current_database() AND NOT internal
                UNION ALL SELECT concat_ws(' ', 'schema', schema_name) FROM duckdb_schemas()
                    WHERE database_name = current_database() AND NOT internal AND schema_name <> 'main'
                """));
    }

    /** Rows of the seven tables that are not ours. */
    static long foreignRows(Sql sql, Ownership ours) throws SQLException {
        List<String> counts = new ArrayList<>();
        for (Table table : Table.SEVEN) {
            String key = table.hasId() ? "id" : "date";
            counts.add("(SELECT count(*) FROM " + table.qualifiedName() + " WHERE NOT " + ours.condition(table, key)
                    + ")");
        }
        return sql.number("SELECT " + String.join(" + ", counts));
    }
}
