package io.theforge.database.postgres;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sequences behind the ids, whether owned (serial), identity, or merely named in the column's default. */
final class Sequences {
    private final Sql sql;

    /** By table; null until somebody has asked: looking for them costs more than asking one of them. */
    private @Nullable Map<String, String> found;

    /** @param sql with the tables locked from the first question about one of them on */
    Sequences(Sql sql) {
        this.sql = sql;
    }

    /**
     * A sequence as it stands.
     *
     * @param name qualified and quoted
     * @param value the last one handed out, or, where none has been, the first
     * @param shared whether columns of several tables take their values from it
     */
    private record Sequence(
            String name, long value, boolean called, long increment, long max, long cache, long start, boolean shared) {
        /** Behind all ids that have been handed out: who takes steps of ten may use all ten. */
        long next() {
            return called ? value + increment : value;
        }

        /** The first value from there on, in step with the ones before; who takes blocks may count back from it. */
        long inStep(long free) {
            long steps = Math.floorDiv(free + 2 * (increment - 1) - value, increment);
            return value + steps * increment;
        }
    }

    /** Fails when one counts down: ids are given upwards. */
    void check() throws SQLException {
        for (Name name : names(Table.SEVEN.stream().filter(Table::hasId).toList())) {
            if (name.increment < 0) {
                throw new DatabaseException(
                        "the tables do not fit: sequence " + name.quoted + ", which gives " + name.table
                                + " its ids, counts down, and the Forge gives ids upwards",
                        "let it count up (ALTER SEQUENCE ... INCREMENT BY 1), or use another database",
                        null);
            }
        }
    }

    /** The id that would be given next; 1 without a sequence. */
    long next(Table table) throws SQLException {
        Sequence sequence = of(table);
        return sequence == null ? 1 : sequence.next();
    }

    /**
     * Whether each value is drawn when it is used, from 1 on: steps and caches mean that programs hold some back, and another
     * start is somebody's choice.
     */
    boolean mayStartAnew(Table table) throws SQLException {
        Sequence sequence = of(table);
        return sequence == null
                || sequence.increment == 1 && sequence.cache == 1 && sequence.start == 1 && !sequence.shared;
    }

    /** Makes the sequence go on from here, and not if the transaction fails: {@code setval} would survive that. */
    void restart(Table table, long next) throws SQLException {
        Sequence sequence = of(table);
        if (sequence == null) {
            return;
        }
        long start = sequence.inStep(sequence.shared ? Math.max(next, sequence.next()) : next);
        if (start > sequence.max) {
            throw new DatabaseException(
                    "sequence " + sequence.name + " ends at " + sequence.max + ", and " + table.sqlName()
                            + " would need ids up to " + (next - 1),
                    "raise its MAXVALUE (ALTER SEQUENCE), or make a smaller dataset",
                    null);
        }
        sql.runAsFound("ALTER SEQUENCE " + sequence.name + " RESTART WITH " + start);
    }

    /** Null when ids have no sequence. */
    private @Nullable Sequence of(Table table) throws SQLException {
        String name = name(table);
        if (name == null) {
            return null;
        }
        String query = """
                SELECT s.last_value, s.is_called, q.seqincrement, q.seqmax, q.seqcache, q.seqstart,
                    (SELECT count(*) FROM pg_depend d WHERE d.classid = 'pg_attrdef'::regclass
                        AND d.refclassid = 'pg_class'::regclass AND d.refobjid = q.seqrelid)
                FROM pg_sequence q, %s s WHERE q.seqrelid = CAST(? AS regclass)""".formatted(name);
        return sql.list(
                        row -> new Sequence(
                                name,
                                row.getLong(1),
                                row.getBoolean(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7) > 1),
                        query,
                        name)
                .get(0);
    }

    /** Qualified and quoted; null when ids have no sequence. */
    private @Nullable String name(Table table) throws SQLException {
        if (found == null) {
            found = new HashMap<>();
            for (Name name : names(Table.SEVEN.stream().filter(Table::hasId).toList())) {
                found.put(name.table, name.quoted);
            }
        }
        return found.get(table.sqlName());
    }

    /** @param quoted the name of the table's sequence, qualified and quoted */
    private record Name(String table, String quoted, long increment) {}

    /** Tables whose ids have no sequence are left out. */
    private List<Name> names(List<Table> tables) throws SQLException {
        return sql.list(
                row -> new Name(row.getString(1), row.getString(2), row.getLong(3)),
                """
                SELECT DISTINCT ON (t.name) t.name, format('%I.%I', n.nspname, s.relname), q.seqincrement
                FROM (SELECT name, pg_get_serial_sequence(quote_ident(name), 'id')::regclass AS owned FROM unnest(?) AS name) t
                JOIN pg_sequence q ON q.seqrelid = t.owned OR q.seqrelid IN (
                    SELECT d.refobjid FROM pg_depend d JOIN pg_attrdef def ON def.oid = d.objid
                    JOIN pg_attribute a ON a.attrelid = def.adrelid AND a.attnum = def.adnum
                    WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass
                        AND a.attname = 'id' AND def.adrelid = to_regclass(quote_ident(t.name)))
                JOIN pg_class s ON s.oid = q.seqrelid JOIN pg_namespace n ON n.oid = s.relnamespace
                -- a column may own one and take its default from another
                ORDER BY t.name, q.seqrelid IS NOT DISTINCT FROM t.owned
                """,
                sql.connection()
                        .createArrayOf(
                                "text", tables.stream().map(Table::sqlName).toArray()));
    }
}
