package io.theforge.database.record;

import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.demand.DemandFactor;
import io.theforge.table.Table;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table {@code theforge.truth_daily}: the truth behind every row of the dataset, where it has been asked for. All of its rows are
 * ours; it goes on with the dataset, and it goes with its facts. One of an earlier version has fewer factors, and the next append writes
 * it anew; a table of that name that lacks other columns is somebody else's.
 */
public final class AnswerKey {
    public static final Table TABLE = Table.TRUTH_DAILY;

    /** Said of one that {@link #isEarlier}. */
    public static final String EARLIER =
            "the answer key lacks the factors that an earlier version did not have (each of them is 1);"
                    + " the next --append writes it anew with them";

    /** What the first version did not have. */
    private static final Set<String> LATER = Stream.of(DemandFactor.values())
            .filter(factor -> factor == DemandFactor.ADVERTISING || factor.compareTo(DemandFactor.SHOCKS) > 0)
            .map(factor -> factor.word() + "_factor")
            .collect(Collectors.toUnmodifiableSet());

    private AnswerKey() {}

    /** Whether the database has it, of this version or of an earlier one. @param tables that there are */
    public static boolean isThere(Sql sql, Set<String> tables) throws SQLException {
        return tables.contains(TABLE.qualifiedName()) && LATER.containsAll(lacking(sql));
    }

    /** Whether it is there as an earlier version made it, without the factors that joined since. @param tables that there are */
    public static boolean isEarlier(Sql sql, Set<String> tables) throws SQLException {
        return isThere(sql, tables) && !lacking(sql).isEmpty();
    }

    /** Returns the columns that the table has not, in their order. */
    private static List<String> lacking(Sql sql) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (Statement statement = sql.connection().createStatement();
                ResultSet none =
                        statement.executeQuery(sql.own("SELECT * FROM " + TABLE.qualifiedName() + " WHERE 1 = 0"))) {
            ResultSetMetaData data = none.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                columns.add(data.getColumnName(i));
            }
        }
        return TABLE.columns().stream()
                .filter(column -> !columns.contains(column))
                .toList();
    }

    /** Its rows; none where it is not there. */
    public static long rows(Sql sql, Set<String> tables) throws SQLException {
        return isThere(sql, tables) ? sql.number("SELECT count(*) FROM " + TABLE.qualifiedName()) : 0;
    }

    /**
     * Whether it is to be {@linkplain #create created} before it can be written.
     *
     * @throws RefusedException when somebody else has its place, or an earlier one is not this role's to change
     */
    public static boolean isMissing(Sql sql, Set<String> tables) throws SQLException {
        refuseForeign(sql, tables);
        boolean earlier = isEarlier(sql, tables);
        if (earlier) {
            refuseUnchangeable(sql);
        }
        return earlier || !tables.contains(TABLE.qualifiedName());
    }

    /** @throws RefusedException when a table of that name is somebody else's */
    public static void refuseForeign(Sql sql, Set<String> tables) throws SQLException {
        if (tables.contains(TABLE.qualifiedName()) && !isThere(sql, tables)) {
            throw OwnTables.foreign(sql, List.of(TABLE.qualifiedName()), ", or leave --truth out");
        }
    }

    private static void refuseUnchangeable(Sql sql) throws SQLException {
        if (!sql.isPostgres()) {
            return;
        }
        sql.each(
                row -> {
                    String name = sql.own(TABLE.qualifiedName());
                    throw new RefusedException(
                            "the answer key " + name + " is of an earlier version, and role " + row.getString(1)
                                    + " may not add the columns that it lacks",
                            "use its owner (" + row.getString(2) + "), or let an administrator run once: ALTER TABLE "
                                    + name + " OWNER TO " + row.getString(1));
                },
                """
                SELECT quote_ident(CAST(current_user AS text)), quote_ident(pg_get_userbyid(relowner)) FROM pg_class
                WHERE oid = to_regclass(?) AND NOT pg_has_role(relowner, 'USAGE')
                """,
                sql.own(TABLE.qualifiedName()));
    }

    /** Returns the statement that brings the table of an earlier version to this one: what it lacks is 1 there. */
    private static String addingColumns(Sql sql) throws SQLException {
        return lacking(sql).stream()
                .map(column -> "ADD COLUMN " + column + " double precision NOT NULL DEFAULT 1")
                .collect(Collectors.joining(", ", "ALTER TABLE " + sql.own(TABLE.qualifiedName()) + " ", ""));
    }

    /**
     * Creates it, empty, where new tables are created; in the transaction that is open. One of an earlier version is brought to this one,
     * and all of its rows are to be written anew.
     *
     * @param tables that there are
     * @return whether the table is a new one, without rows
     */
    public static boolean create(Sql sql, Set<String> tables) throws SQLException {
        if (isEarlier(sql, tables)) {
            if (sql.isPostgres()) {
                sql.run(addingColumns(sql)); // what others have granted and built on it stays
                return false;
            }
            sql.run("DROP TABLE " + TABLE.qualifiedName());
        }
        sql.script(AnswerKey.class, "answer-key.sql");
        return true;
    }
}
