package io.theforge.database.postgres;

import io.theforge.database.record.AnswerKey;
import io.theforge.database.record.Records;
import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import io.theforge.sink.Ids;
import io.theforge.table.Column;
import io.theforge.table.Table;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands around the rows in a script for {@code psql} that fills empty tables in the schema {@code public}, in one transaction: the
 * tables as the Forge creates them where they are missing, and a word to whoever runs it where rows are in the way.
 */
public final class LoadScript {
    /** What stands after the rows of a table. */
    public static final String END_ROWS = Dump.END_ROWS;

    /** What stands at the end. */
    public static final String END = "COMMIT;\n";

    private static final String INDEX = "CREATE INDEX ";

    private LoadScript() {}

    /** Returns the beginning. */
    public static String begin() {
        return Dump.head("public") + "SET LOCAL client_min_messages = warning;\n";
    }

    /** Returns what makes the seven tables where they are missing, and stops where there are rows. */
    public static String tables() {
        String names = Table.SEVEN.stream().map(Table::sqlName).collect(Collectors.joining("', '", "'", "'"));
        return """
                DO $forge$
                DECLARE
                    seven text[] := ARRAY[%s];
                    present bigint := (SELECT count(*) FROM unnest(seven) AS each WHERE to_regclass(each) IS NOT NULL);
                    name text;
                    has_rows boolean;
                BEGIN
                    IF present = 0 THEN
                %s
                        PERFORM set_config('forge.creates_tables', 'yes', true);
                        RETURN;
                    END IF;
                    IF present < array_length(seven, 1) THEN
                        RAISE EXCEPTION 'Only some of the seven tables are there, such as %%; nothing was changed',
                            (SELECT min(each) FROM unnest(seven) AS each WHERE to_regclass(each) IS NOT NULL)
                            USING HINT = 'Run this file in an empty database, or where all seven are there and empty.';
                    END IF;
                    FOREACH name IN ARRAY seven LOOP
                        EXECUTE format('SELECT EXISTS (SELECT FROM %%I)', name) INTO has_rows;
                        IF has_rows THEN
                            RAISE EXCEPTION 'The table %% has rows already; nothing was changed', name
                                USING HINT = 'This file fills empty tables: run it in an empty database, and only once.';
                        END IF;
                    END LOOP;
                END $forge$;
                """.formatted(names, definitions(false));
    }

    /** The indexes come after the rows: a table is filled faster without them. */
    private static String definitions(boolean indexes) {
        return List.of(SqlScript.text(PostgresSession.class, "tables.sql").split(";\\R")).stream()
                .filter(statement -> statement.strip().startsWith(INDEX) == indexes)
                .map(statement -> statement + ";\n")
                .collect(Collectors.joining());
    }

    /** Returns what makes the tables of the Forge's own, and stops where it has worked in this database before. */
    public static String ownTables() {
        return """
                DO $forge$
                BEGIN
                    IF to_regclass('%s.schema_history') IS NOT NULL THEN
                        RAISE EXCEPTION 'The Forge has its records in this database already (schema %s); nothing was changed'
                            USING HINT = 'Run this file in another database, or make the dataset here with ./forge --full-new.';
                    END IF;
                END $forge$;
                CREATE SCHEMA IF NOT EXISTS %s;
                """.formatted(Sql.OWN_SCHEMA, Sql.OWN_SCHEMA, Sql.OWN_SCHEMA)
                + SqlScript.text(Records.class, "own-tables.sql");
    }

    /** Returns what makes the answer key's table. */
    public static String answerKey() {
        return "CREATE SCHEMA IF NOT EXISTS " + Sql.OWN_SCHEMA + ";\n"
                + SqlScript.text(AnswerKey.class, "answer-key.sql");
    }

    /** Returns what makes a table that is none of ours. */
    public static String table(String name, List<Column> columns) {
        return columns.stream()
                .map(column -> Catalog.quoted(column.name()) + " " + column.sqlType())
                .collect(Collectors.joining(",\n    ", "CREATE TABLE " + Catalog.quoted(name) + " (\n    ", "\n);\n"));
    }

    /** Returns what stands before the rows of a table. @param table as SQL names it */
    public static String beginRows(String table, List<Column> columns) {
        return Dump.beginRows(
                table,
                columns.stream().map(column -> Catalog.quoted(column.name())).toList());
    }

    /** Returns what makes indexes and lets the next rows of the seven tables have ids behind all others. @param ids that are reserved */
    public static String afterRows(Ids ids) {
        StringBuilder sequences = new StringBuilder();
        for (Table table : Table.SEVEN) {
            if (table.hasId()) {
                sequences.append(
                        "    PERFORM setval(pg_get_serial_sequence('%s', 'id'), greatest(%s, (SELECT coalesce(max(id), 0) + 1 FROM %s)), false);\n"
                                .formatted(
                                        table.sqlName(),
                                        String.valueOf(ids.block(table).last() + 1),
                                        table.sqlName()));
            }
        }
        return """
                DO $forge$
                BEGIN
                    IF current_setting('forge.creates_tables', true) = 'yes' THEN
                %s
                    END IF;
                %sEND $forge$;
                """.formatted(definitions(true), sequences);
    }

    /** Returns what puts the ids of the rows into the record of their run: rows out of a database have kept its ids. */
    public static String recordedIds() {
        return Table.SEVEN.stream()
                .filter(Table::hasId)
                .map(Table::sqlName)
                .map(name -> "UPDATE theforge.run_table SET first_id = (SELECT coalesce(min(id), 1) FROM " + name
                        + "), last_id = (SELECT coalesce(max(id), 0) FROM " + name + ") WHERE table_name = '" + name
                        + "';\n")
                .collect(Collectors.joining());
    }
}
