package io.theforge.database.postgres;

import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.List;

/**
 * Rows that row-level security keeps from the role: they would be missing from every count and every backup, and TRUNCATE would
 * remove them all the same.
 */
final class HiddenRows {
    private HiddenRows() {}

    /** Refuses where one of these tables, qualified and quoted, could hold some. */
    static void refuse(Sql sql, List<String> tables) throws SQLException {
        if (tables.isEmpty()) {
            return;
        }
        String role = sql.texts("SELECT quote_ident(current_user)").get(0);
        throw new RefusedException(
                "row-level security keeps rows of " + String.join(", ", tables) + " from role " + role
                        + ": what it does not see can be neither counted nor left alone",
                remedy(role));
    }

    static String remedy(String role) {
        return "use a role that sees every row: one with BYPASSRLS (a superuser runs ALTER ROLE " + role
                + " BYPASSRLS), or the tables' owner where the policies are not forced on it";
    }
}
