package io.theforge.database.guard;

import io.theforge.database.report.ProductionMark;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets, finds and removes the mark that says, inside a database, that nothing may write to it. */
public final class ProductionMarks {
    private static final String NAME = "production";

    private ProductionMarks() {}

    /** @param tables those that exist; null when there is no mark */
    public static @Nullable ProductionMark of(Sql sql, Set<String> tables) throws SQLException {
        if (!tables.contains("theforge.guard")) {
            return null;
        }
        List<ProductionMark> marks = sql.list(
                row -> new ProductionMark(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2)),
                "SELECT set_at, os_user FROM theforge.guard WHERE name = ?",
                NAME);
        return marks.isEmpty() ? null : marks.get(0);
    }

    /**
     * To be asked under the operation's lock, by everything that writes.
     *
     * @param tables those that exist
     * @param database the database's own name
     * @throws RefusedException if the database is marked
     */
    public static void refuse(Sql sql, Set<String> tables, String database) throws SQLException {
        ProductionMark mark = of(sql, tables);
        if (mark != null) {
            throw new RefusedException(
                    mark.sentence() + ", and nothing has been changed",
                    "if it really is to be written to, take the mark off: ./forge unprotect --name "
                            + (database.matches("[\\w.-]+") ? database : "'" + database.replace("'", "'\\''") + "'"),
                    true);
        }
    }

    /** For the reader of a plan. */
    public static List<String> notes(Sql sql, Set<String> tables) throws SQLException {
        ProductionMark mark = of(sql, tables);
        return mark == null ? List.of() : List.of(mark.sentence() + ": nothing is written until it is unprotected");
    }

    public static void set(Sql sql) throws SQLException {
        sql.update("INSERT INTO theforge.guard VALUES (?, now(), ?)", NAME, System.getProperty("user.name", "unknown"));
    }

    public static void remove(Sql sql) throws SQLException {
        sql.update("DELETE FROM theforge.guard WHERE name = ?", NAME);
    }
}
