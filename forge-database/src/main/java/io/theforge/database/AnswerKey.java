package io.theforge.database;

import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * The table {@code forge_truth_daily}: the truth behind every row of the dataset, where it has been asked for. All of its rows are
 * ours; it goes on with the dataset, and it goes with its facts. A table of that name with other columns is somebody else's.
 */
public final class AnswerKey {
    static final Table TABLE = Table.TRUTH_DAILY;

    private AnswerKey() {}

    /** Whether the database has it. @param tables that there are */
    public static boolean isThere(Connection connection, Set<String> tables) throws SQLException {
        if (!tables.contains(TABLE.sqlName())) {
            return false;
        }
        Set<String> columns = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + TABLE.sqlName() + " WHERE 1 = 0")) {
            ResultSetMetaData data = none.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                columns.add(data.getColumnName(i));
            }
        }
        return columns.containsAll(TABLE.columns());
    }

    /** Its rows; none where it is not there. */
    static long rows(Connection connection, Set<String> tables) throws SQLException {
        return isThere(connection, tables) ? Sql.number(connection, "SELECT count(*) FROM " + TABLE.sqlName()) : 0;
    }

    /** Whether it is to be created before it can be written. @throws RefusedException when somebody else has its place */
    static boolean isMissing(Connection connection, Set<String> tables) throws SQLException {
        refuseForeign(connection, tables);
        return !tables.contains(TABLE.sqlName());
    }

    /** @throws RefusedException when a table of that name is somebody else's */
    static void refuseForeign(Connection connection, Set<String> tables) throws SQLException {
        if (tables.contains(TABLE.sqlName()) && !isThere(connection, tables)) {
            throw new RefusedException(
                    "the table " + TABLE.sqlName() + " is not The Forge's: it has other columns",
                    "rename it, or leave --truth out");
        }
    }

    /** Creates it, empty, where new tables are created; in the transaction that is open. */
    public static void create(Connection connection) throws SQLException {
        SqlScript.run(connection, AnswerKey.class, "answer-key.sql");
    }
}
