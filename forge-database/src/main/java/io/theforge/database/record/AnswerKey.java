package io.theforge.database.record;

import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The table {@code theforge.truth_daily}: the truth behind every row of the dataset, where it has been asked for. All of its rows are
 * ours; it goes on with the dataset, and it goes with its facts. A table of that name with other columns is somebody else's.
 */
public final class AnswerKey {
    public static final Table TABLE = Table.TRUTH_DAILY;

    private AnswerKey() {}

    /** Whether the database has it. @param tables that there are */
    public static boolean isThere(Sql sql, Set<String> tables) throws SQLException {
        if (!tables.contains(TABLE.qualifiedName())) {
            return false;
        }
        Set<String> columns = new HashSet<>();
        try (Statement statement = sql.connection().createStatement();
                ResultSet none =
                        statement.executeQuery(sql.own("SELECT * FROM " + TABLE.qualifiedName() + " WHERE 1 = 0"))) {
            ResultSetMetaData data = none.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                columns.add(data.getColumnName(i));
            }
        }
        return columns.containsAll(TABLE.columns());
    }

    /** Its rows; none where it is not there. */
    public static long rows(Sql sql, Set<String> tables) throws SQLException {
        return isThere(sql, tables) ? sql.number("SELECT count(*) FROM " + TABLE.qualifiedName()) : 0;
    }

    /** Whether it is to be created before it can be written. @throws RefusedException when somebody else has its place */
    public static boolean isMissing(Sql sql, Set<String> tables) throws SQLException {
        refuseForeign(sql, tables);
        return !tables.contains(TABLE.qualifiedName());
    }

    /** @throws RefusedException when a table of that name is somebody else's */
    public static void refuseForeign(Sql sql, Set<String> tables) throws SQLException {
        if (tables.contains(TABLE.qualifiedName()) && !isThere(sql, tables)) {
            throw OwnTables.foreign(sql, List.of(TABLE.qualifiedName()), ", or leave --truth out");
        }
    }

    /** Creates it, empty, where new tables are created; in the transaction that is open. */
    public static void create(Sql sql) throws SQLException {
        sql.script(AnswerKey.class, "answer-key.sql");
    }
}
