package io.theforge.database;

import io.theforge.database.sql.Sql;
import io.theforge.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database that the Forge shares with somebody else, on one of the targets; the same one all through one test. */
public abstract class SharedDatabase {

    /** The warehouse under test. */
    protected abstract Warehouse warehouse();

    /** A connection of somebody else, who may write. */
    protected abstract Connection host() throws SQLException;

    /** Returns what somebody else reads. */
    protected final long number(String sql) throws SQLException {
        try (Connection host = host()) {
            return Sql.on(host).number(sql);
        }
    }

    /** Does what somebody else does. */
    protected final void change(String... statements) throws SQLException {
        try (Connection host = host()) {
            for (String sql : statements) {
                Sql.on(host).run(sql);
            }
        }
    }

    /** Takes from the answer key what it did not have with {@code model_version} 1. */
    protected final void giveTheAnswerKeyItsFirstColumns() throws SQLException {
        for (String factor : List.of(
                "advertising",
                "weekday_profile",
                "season_profile",
                "calendar_effects",
                "drift",
                "weekly_noise",
                "absence")) {
            change("ALTER TABLE theforge.truth_daily DROP COLUMN " + factor + "_factor");
        }
    }

    /** Returns every column that the Forge writes of every row, and when the row was changed, as text. */
    protected final String everyRow() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection host = host()) {
            for (Table table : Table.SEVEN) {
                String columns = String.join(", ", table.columns());
                Sql.on(host)
                        .each(
                                row -> {
                                    StringBuilder line = new StringBuilder(table.sqlName());
                                    for (int i = 1; i <= table.columns().size(); i++) {
                                        line.append(' ').append(row.getString(i));
                                    }
                                    line.append(" |")
                                            .append(row.getString(
                                                    table.columns().size() + 1));
                                    rows.add(line.toString());
                                },
                                "SELECT " + columns + ", updated_at FROM " + table.sqlName() + " ORDER BY 1");
            }
        }
        return String.join("\n", rows);
    }
}
