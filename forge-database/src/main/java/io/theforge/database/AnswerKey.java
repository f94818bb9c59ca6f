package io.theforge.database;

import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * The table {@code forge_truth_daily}: the truth behind every row of the dataset, where it has been asked for. All of its rows are
 * ours; it goes on with the dataset, and it goes with its facts.
 */
final class AnswerKey {
    static final Table TABLE = Table.FORGE_TRUTH_DAILY;

    private AnswerKey() {}

    /** Its rows; none in databases of earlier versions. @param tables that there are */
    static long rows(Connection connection, Set<String> tables) throws SQLException {
        return tables.contains(TABLE.sqlName()) ? Sql.number(connection, "SELECT count(*) FROM " + TABLE.sqlName()) : 0;
    }
}
