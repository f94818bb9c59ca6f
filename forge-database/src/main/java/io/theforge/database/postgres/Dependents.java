package io.theforge.database.postgres;

import io.theforge.database.ownership.Ownership;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Foreign keys of other tables onto the seven. */
final class Dependents {
    private Dependents() {}

    /**
     * A foreign key.
     *
     * @param child the referring table, qualified and quoted
     * @param match condition between row {@code c} of the child and row {@code p} of the parent
     */
    record Reference(String child, Table parent, String match) {}

    /** All foreign keys from other tables onto the seven. @throws io.theforge.database.report.RefusedException where rows of those tables could be hidden */
    static List<Reference> all(Sql sql) throws SQLException {
        HiddenRows.refuse(sql, sql.texts("""
                SELECT DISTINCT CAST(con.conrelid AS regclass)
                FROM unnest(?) AS seven(name) JOIN pg_constraint con ON con.confrelid = to_regclass(quote_ident(seven.name))
                WHERE con.contype = 'f' AND row_security_active(con.conrelid) ORDER BY 1
                """, Catalog.sevenNames(sql)));
        return sql.list(
                row -> new Reference(row.getString(1), tableOf(row.getString(2)), row.getString(3)),
                """
                SELECT con.conrelid::regclass::text, seven.name,
                    (SELECT string_agg(format('c.%I = p.%I', child.attname, parent.attname), ' AND ')
                     FROM unnest(con.conkey, con.confkey) AS key(child_column, parent_column)
                     JOIN pg_attribute child ON child.attrelid = con.conrelid AND child.attnum = key.child_column
                     JOIN pg_attribute parent ON parent.attrelid = con.confrelid AND parent.attnum = key.parent_column)
                FROM unnest(?) AS seven(name)
                JOIN pg_constraint con ON con.confrelid = to_regclass(quote_ident(seven.name))
                WHERE con.contype = 'f' AND con.conparentid = 0
                    AND con.conrelid NOT IN (
                        SELECT oid FROM unnest(?) AS inside JOIN pg_class ON oid = to_regclass(quote_ident(inside)))
                ORDER BY 1
                """,
                Catalog.sevenNames(sql),
                Catalog.sevenNames(sql));
    }

    private static Table tableOf(String sqlName) {
        return Table.SEVEN.stream()
                .filter(table -> table.sqlName().equals(sqlName))
                .findFirst()
                .orElseThrow();
    }

    /** Conditions that hold when a row of another table refers to the calendar's row {@code p}. */
    static List<String> onCalendar(Sql sql) throws SQLException {
        return all(sql).stream()
                .filter(reference -> reference.parent == Table.CALENDAR)
                .map(reference -> "EXISTS (SELECT FROM " + reference.child + " c WHERE " + reference.match + ")")
                .toList();
    }

    /** What of other tables refers to rows of ours, in words; a calendar date is never a reason. */
    static List<String> rows(Sql sql, Ownership ours) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Reference reference : all(sql)) {
            Table parent = reference.parent;
            if (parent == Table.CALENDAR || ours.blocks(parent).isEmpty()) {
                continue;
            }
            long rows = sql.number("SELECT count(*) FROM " + reference.child + " c WHERE EXISTS (SELECT FROM "
                    + Catalog.quoted(parent.sqlName()) + " p WHERE " + reference.match + " AND "
                    + ours.condition(parent, "p.id") + ")");
            if (rows > 0) {
                found.add(Target.dependent(rows, reference.child, parent));
            }
        }
        return found;
    }
}
