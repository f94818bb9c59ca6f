package io.theforge.database.postgres;

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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the database's catalog says about the seven tables, found through the search path as the host finds them. */
final class Catalog {
    private static final Pattern TYPE = Pattern.compile("([a-z ]+?)(?:\\((\\d+)(?:,(\\d+))?\\))?");

    private Catalog() {}

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** Returns a name, quoted where it needs to be. */
    static String identifier(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : quoted(name);
    }

    /** What there can be: the seven, our own, and where an earlier Forge kept those. */
    private static final String PRESENT =
            " FROM unnest(?, ?) AS known(name, place) JOIN pg_class ON oid = to_regclass(place) ";

    /** Those of the tables that the Forge works with that are there, by qualified name. */
    static Set<String> tables(Sql sql) throws SQLException {
        List<String> names = names();
        return new HashSet<>(sql.texts("SELECT name" + PRESENT, texts(sql, names), places(sql, names)));
    }

    private static List<String> names() {
        return Stream.of(
                        Stream.of(Table.values()).map(Table::qualifiedName),
                        Records.TABLES.stream(),
                        Records.EARLIER.stream())
                .flatMap(names -> names)
                .toList();
    }

    private static java.sql.Array places(Sql sql, List<String> names) throws SQLException {
        return texts(sql, names.stream().map(sql::own).toList());
    }

    private static java.sql.Array texts(Sql sql, List<String> texts) throws SQLException {
        return sql.connection().createArrayOf("text", texts.toArray());
    }

    /**
     * The tables that are there, once it is known that they are what their names say and that all their rows can be seen.
     *
     * @throws DatabaseException when what is found under one of the names is no table that keeps its rows here: a view shows
     *     what others hold, and a temporary table is gone with its session
     * @throws io.theforge.database.report.RefusedException when one of our own names is another's table, or when row-level
     *     security could keep rows back
     */
    static List<String> readable(Sql sql) throws SQLException {
        List<String> tables = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        Map<String, Set<String>> own = new HashMap<>();
        sql.each(
                row -> {
                    tables.add(row.getString(1));
                    if (row.getString(3) != null) {
                        others.add(row.getString(2) + " is " + row.getString(3));
                    }
                    if (row.getBoolean(4)) {
                        hidden.add(row.getString(2));
                    }
                    if (row.getString(6) != null) {
                        own.put(row.getString(5), Set.of(row.getString(6).split(" ")));
                    }
                },
                """
                SELECT name, CAST(oid AS regclass), CASE WHEN relpersistence = 't' THEN 'a temporary table' ELSE
                    CASE relkind WHEN 'r' THEN NULL WHEN 'p' THEN NULL WHEN 'v' THEN 'a view'
                        WHEN 'm' THEN 'a materialized view' WHEN 'f' THEN 'a foreign table'
                        WHEN 'S' THEN 'a sequence' WHEN 'c' THEN 'a type' ELSE 'an index' END END,
                    row_security_active(oid), name, CASE WHEN name LIKE 'theforge.%' THEN
                    (SELECT string_agg(attname, ' ') FROM pg_attribute
                        WHERE attrelid = oid AND attnum > 0 AND NOT attisdropped) END
                """ + PRESENT + "ORDER BY 2",
                texts(sql, names()),
                places(sql, names()));
        if (!others.isEmpty()) {
            throw misfit(
                    String.join(", ", others) + ", not a table",
                    "rename it, or name a schema of its own for the Forge's tables: ?currentSchema=NAME in the database URL");
        }
        OwnTables.refuseForeign(sql, own);
        HiddenRows.refuse(sql, hidden);
        return tables;
    }

    /** Fails when some, but not all, of the seven tables exist, or when one of them does not fit. */
    static void check(Sql sql) throws SQLException {
        Set<String> found = tables(sql);
        Records.check(sql, found);
        List<String> missing = Table.SEVEN.stream()
                .map(Table::sqlName)
                .filter(name -> !found.contains(name))
                .toList();
        if (missing.size() == Table.SEVEN.size()) {
            return;
        }
        if (!missing.isEmpty()) {
            throw new DatabaseException(
                    "some of the seven tables exist, but not " + String.join(", ", missing),
                    "run the application's migrations to the end, or use a database or schema without these tables",
                    null);
        }
        Map<String, Column> columns = new TreeMap<>();
        for (Column column : columns(sql)) {
            columns.put(column.table + "." + column.name, column);
        }
        for (Table table : Table.SEVEN) {
            for (io.theforge.table.Column expected : table.definition()) {
                check(columns, table.sqlName() + "." + expected.name(), expected);
            }
            for (String stamp : List.of("created_at", "updated_at")) {
                if (!columns.containsKey(table.sqlName() + "." + stamp)) {
                    throw missing(table.sqlName() + "." + stamp);
                }
            }
        }
        for (Column unknown : columns.values()) {
            if (unknown.required && !unknown.hasDefault) {
                throw misfit(
                        "column " + unknown.table + "." + unknown.name
                                + " is NOT NULL without a default, and the Forge does not know it",
                        "give it a default, or allow NULL");
            }
        }
        new Sequences(sql).check();
    }

    /** @param columns that there are; what is known leaves the map */
    private static void check(Map<String, Column> columns, String name, io.theforge.table.Column expected) {
        Column column = columns.remove(name);
        if (column == null) {
            throw missing(name);
        }
        if (column.generated) {
            throw misfit("column " + name + " is computed by the database", "the Forge must be able to write it");
        }
        if (!fits(column.type, expected.sqlType())) {
            throw misfit(
                    "column " + name + " is " + column.type + ", not " + expected.sqlType(),
                    "use a database whose tables follow the application's schema");
        }
        if (column.required && expected.mayBeNull()) {
            throw misfit("column " + name + " is NOT NULL, and the Forge writes NULL there", "allow NULL");
        }
    }

    private static DatabaseException missing(String column) {
        return misfit("column " + column + " is missing", "run the application's migrations to the end");
    }

    private static DatabaseException misfit(String message, String remedy) {
        return new DatabaseException("the tables do not fit: " + message, remedy, null);
    }

    /** The same type, or a wider one that takes the same values. */
    private static boolean fits(String actual, String expected) {
        Matcher is = TYPE.matcher(actual.replace("character varying", "varchar"));
        Matcher wanted = TYPE.matcher(expected);
        if (!is.matches() || !wanted.matches()) {
            return false;
        }
        if (wanted.group(1).equals("varchar") && is.group(1).equals("text")) {
            return true;
        }
        if (!wanted.group(1).equals(is.group(1))) {
            return false;
        }
        if (wanted.group(2) == null || is.group(2) == null) {
            return true;
        }
        int decimals = is.group(3) == null ? 0 : Integer.parseInt(is.group(3));
        int decimalsWanted = wanted.group(3) == null ? 0 : Integer.parseInt(wanted.group(3));
        return decimals >= decimalsWanted
                && Integer.parseInt(is.group(2)) - decimals >= Integer.parseInt(wanted.group(2)) - decimalsWanted;
    }

    private static List<Column> columns(Sql sql) throws SQLException {
        return sql.list(
                row -> new Column(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6)),
                """
                SELECT name, attname, format_type(atttypid, atttypmod), attnotnull,
                    atthasdef OR attidentity <> '', attgenerated <> ''
                FROM unnest(?) AS name JOIN pg_attribute ON attrelid = to_regclass(quote_ident(name))
                WHERE attnum > 0 AND NOT attisdropped
                """,
                sevenNames(sql));
    }

    /** The names of the seven tables, as a bound array. */
    static java.sql.Array sevenNames(Sql sql) throws SQLException {
        return texts(sql, Table.SEVEN.stream().map(Table::sqlName).toList());
    }

    private record Column(
            String table, String name, String type, boolean required, boolean hasDefault, boolean generated) {}
}
