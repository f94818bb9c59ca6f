package io.theforge.database.postgres;

import io.theforge.database.sql.Sql;
import io.theforge.database.sql.SqlScript;
import io.theforge.table.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes and constraints of the two large tables that are dropped before a load and made again after it, in the same
 * transaction. Filling a bare table and building an index over it costs a fraction of keeping the index up row by row, and
 * one join checks a foreign key that would else cost a look-up per row.
 *
 * <p>All of it is made again from the catalog's own definitions. What those do not carry (comments, dependents, a replica
 * identity, ...) is a reason to leave the thing where it is. A constraint that stands on an index comes back as that index,
 * which keeps its storage options, and then {@code ADD CONSTRAINT ... USING INDEX}.
 */
final class DroppedIndexes {
    /**
     * Share of new rows from which it pays to check the foreign keys of all rows in one go instead of those of the new ones
     * one by one.
     */
    private static final double SHARE_FOR_FOREIGN_KEYS = 0.03;

    /** Share of new rows from which it pays to build the indexes anew. */
    private static final double SHARE_FOR_INDEXES = 0.5;

    private final Sql sql;
    private final List<String> drops = new ArrayList<>();
    private final List<String> indexes = new ArrayList<>();
    private final List<String> foreignKeys = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private DroppedIndexes(Sql sql) {
        this.sql = sql;
    }

    /**
     * Drops from these tables what can be dropped, as far as it pays.
     *
     * @param newRows about how many rows will come
     * @param rowsStaying about how many are there and stay
     */
    static DroppedIndexes from(Sql sql, List<Table> tables, long newRows, long rowsStaying) throws SQLException {
        DroppedIndexes dropped = new DroppedIndexes(sql);
        if (newRows > SHARE_FOR_FOREIGN_KEYS * rowsStaying) {
            for (Table table : tables) {
                dropped.readForeignKeys(table);
            }
        }
        if (newRows > SHARE_FOR_INDEXES * rowsStaying) {
            for (Table table : tables) {
                dropped.readIndexes(table);
            }
        }
        for (String drop : dropped.drops) {
            sql.runAsFound(drop);
        }
        return dropped;
    }

    /** What stayed on, and why. */
    List<String> notes() {
        return notes;
    }

    /** Whether indexes are off, so that reading a table means reading all of it. */
    boolean hasIndexes() {
        return !indexes.isEmpty();
    }

    /** Makes the indexes again, then the constraints, foreign keys last. */
    void restore() throws SQLException {
        for (String query : indexes) {
            sql.runAsFound(query);
        }
        for (String query : foreignKeys) {
            sql.runAsFound(query);
        }
    }

    private void readForeignKeys(Table table) throws SQLException {
        String query = SqlScript.text(DroppedIndexes.class, "foreign-keys.sql");
        sql.each(row -> readForeignKey(table, row), query, sql.own(table.qualifiedName()));
    }

    private void readForeignKey(Table table, ResultSet row) throws SQLException {
        if (stays(table, row)) {
            return;
        }
        String name = Catalog.quoted(row.getString("name"));
        String alter = "ALTER TABLE " + sql.own(table.qualifiedName());
        drops.add(alter + " DROP CONSTRAINT " + name);
        foreignKeys.add(alter + " ADD CONSTRAINT " + name + " " + row.getString("definition"));
    }

    private void readIndexes(Table table) throws SQLException {
        String query = SqlScript.text(DroppedIndexes.class, "indexes.sql");
        sql.each(row -> readIndex(table, row), query, sql.own(table.qualifiedName()));
    }

    private void readIndex(Table table, ResultSet row) throws SQLException {
        if (stays(table, row)) {
            return;
        }
        String index = Catalog.quoted(row.getString("name"));
        String alter = "ALTER TABLE " + sql.own(table.qualifiedName());
        String tablespace = row.getString("tablespace");
        if (!tablespace.isEmpty()) {
            indexes.add("SET LOCAL default_tablespace = " + Catalog.quoted(tablespace));
        }
        indexes.add(row.getString("definition"));
        if (!tablespace.isEmpty()) {
            indexes.add("SET LOCAL default_tablespace = ''");
        }
        String kind = row.getString("kind");
        if (kind == null) {
            drops.add("DROP INDEX " + row.getString("qualified"));
        } else {
            String constraint = Catalog.quoted(row.getString("constraint_name"));
            drops.add(alter + " DROP CONSTRAINT " + constraint);
            indexes.add(alter + " ADD CONSTRAINT " + constraint + " " + kind + " USING INDEX " + index
                    + (row.getBoolean("deferrable") ? " DEFERRABLE" : "")
                    + (row.getBoolean("deferred") ? " INITIALLY DEFERRED" : ""));
        }
        if (row.getBoolean("clustered")) {
            indexes.add(alter + " CLUSTER ON " + index);
        }
    }

    private boolean stays(Table table, ResultSet row) throws SQLException {
        String reason = row.getString("stays");
        if (reason == null) {
            return false;
        }
        notes.add(
                "slower: " + row.getString("name") + " on " + table.sqlName() + " stayed on while loading: " + reason);
        return true;
    }
}
