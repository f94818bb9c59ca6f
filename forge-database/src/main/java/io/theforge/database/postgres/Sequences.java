package io.theforge.database.postgres;

import io.theforge.database.Sql;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sequences behind the ids, whether owned (serial), identity, or merely named in the column's default. */
final class Sequences {
    private final Connection connection;

    Sequences(Connection connection) {
        this.connection = connection;
    }

    /** The id that would be given next; 1 without a sequence. */
    long next(Table table) throws SQLException {
        String sequence = of(table);
        return sequence == null ? 1 : Sql.number(connection, "SELECT last_value + is_called::int FROM " + sequence);
    }

    /** Makes the sequence go on from here, and not if the transaction fails: {@code setval} would survive that. */
    void restart(Table table, long next) throws SQLException {
        String sequence = of(table);
        if (sequence != null) {
            Sql.run(connection, "ALTER SEQUENCE " + sequence + " RESTART WITH " + next);
        }
    }

    /** Qualified and quoted; null when ids have no sequence. */
    private @Nullable String of(Table table) throws SQLException {
        List<String> found = Sql.texts(connection, """
                SELECT DISTINCT format('%I.%I', n.nspname, s.relname)
                FROM pg_class s JOIN pg_namespace n ON n.oid = s.relnamespace
                WHERE s.relkind = 'S' AND (
                    s.oid = pg_get_serial_sequence(quote_ident(?), 'id')::regclass
                    OR s.oid IN (
                        SELECT d.refobjid FROM pg_depend d JOIN pg_attrdef def ON def.oid = d.objid
                        JOIN pg_attribute a ON a.attrelid = def.adrelid AND a.attnum = def.adnum
                        WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_class'::regclass
                            AND a.attname = 'id' AND def.adrelid = to_regclass(quote_ident(?))))
                """, table.sqlName(), table.sqlName());
        return found.isEmpty() ? null : found.get(0);
    }
}
