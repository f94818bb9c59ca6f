package io.theforge.export.source;

import io.theforge.database.report.DatabaseException;
import io.theforge.database.report.RefusedException;
import io.theforge.database.session.Target;
import io.theforge.database.sql.Sql;
import io.theforge.table.Column;
import io.theforge.table.Column.Kind;
import io.theforge.table.Table;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Values of others that no file can hold as they are: amounts with fractions of a cent or that are no number, dates without an end. */
final class BadValues {
    private BadValues() {}

    /** Refuses where a table may have some, because its columns take more decimals than ours. */
    static void check(Sql sql, List<Table> tables) throws SQLException {
        for (Table table : tables) {
            if (takesMore(sql, table)) {
                refuse(sql, List.of(table));
            }
        }
    }

    private static boolean takesMore(Sql sql, Table table) throws SQLException {
        try (Statement statement = sql.connection().createStatement();
                ResultSet none = statement.executeQuery(sql.own("SELECT " + String.join(", ", table.columns())
                        + " FROM " + table.qualifiedName() + " WHERE 1 = 0"))) {
            ResultSetMetaData types = none.getMetaData();
            boolean more = false;
            for (int i = 0; i < table.definition().size(); i++) {
                Kind kind = table.definition().get(i).kind();
                more |= decimals(kind) > 0 && types.getScale(i + 1) != decimals(kind);
            }
            return more;
        }
    }

    private static int decimals(Kind kind) {
        return kind == Kind.CENTS ? 2 : kind == Kind.BASIS_POINTS ? 4 : 0;
    }

    /** They are the commonest reason for rows that cannot be read: then the row is named. */
    static DatabaseException explain(Target target, Sql sql, List<Table> tables, SQLException failure) {
        try {
            sql.connection().rollback();
            refuse(sql, tables);
        } catch (RefusedException e) {
            return e;
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return target.explain(failure, false);
    }

    /** Looks for them, value by value. @throws RefusedException that names the first of a column */
    static void refuse(Sql sql, List<Table> tables) throws SQLException {
        for (Table table : tables) {
            for (Column column : table.definition()) {
                Optional<String> bad = find(sql, table, column);
                if (bad.isPresent()) {
                    throw new RefusedException(
                            table.sqlName() + "." + column.name() + " holds a value that no export can: " + bad.get(),
                            "correct it: amounts have two decimals, shares four, and dates are days");
                }
            }
        }
    }

    private static Optional<String> find(Sql sql, Table table, Column column) throws SQLException {
        int decimals = decimals(column.kind());
        // NaN less NaN is NaN, and that is not 0
        String condition = decimals > 0
                ? column.name() + " - round(" + column.name() + ", " + decimals + ") <> 0"
                : column.kind() == Kind.DATE ? "NOT isfinite(" + column.name() + ")" : "";
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        String key = table.hasId() ? "id" : table.dateColumn();
        return sql
                .list(
                        row -> row.getString(1) + " (" + key + " " + row.getString(2) + ")",
                        "SELECT CAST(" + column.name() + " AS varchar), CAST(" + key + " AS varchar) FROM "
                                + table.qualifiedName() + " WHERE " + condition + " ORDER BY " + key + " LIMIT 1")
                .stream()
                .findFirst();
    }
}
