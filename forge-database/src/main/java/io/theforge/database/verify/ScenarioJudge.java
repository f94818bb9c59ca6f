package io.theforge.database.verify;

import io.theforge.database.report.Check;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds the figure of a scenario against its bounds, or says why nothing can be said. */
final class ScenarioJudge {
    private final Queries queries;
    private final String name;

    ScenarioJudge(Queries queries, String scenario) {
        this.queries = queries;
        name = "scenario." + scenario;
    }

    /** @param sql gives the figure */
    Check within(double low, double high, String meaning, String sql) throws SQLException {
        double[] found = {Double.NaN};
        queries.forEach(sql, row -> found[0] = number(row, 1));
        return judged(low, high, meaning, found[0]);
    }

    /**
     * @param sql gives how many things the figure rests on, and the figure
     * @param enough of them, or chance decides
     */
    Check within(double low, double high, String meaning, String sql, int enough, String things) throws SQLException {
        double[] found = {0, Double.NaN};
        queries.forEach(sql, row -> {
            found[0] = number(row, 1);
            found[1] = number(row, 2);
        });
        String tooFew = fewerThan(enough, (long) found[0], things);
        return tooFew == null ? judged(low, high, meaning, found[1]) : nothing(tooFew);
    }

    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private Check judged(double low, double high, String meaning, double found) {
        if (Double.isNaN(found)) {
            return nothing("there are no rows in which it would show");
        }
        boolean right = found >= low && found <= high;
        return new Check(
                name,
                right ? Check.Status.PASSED : Check.Status.FAILED,
                String.format(Locale.ROOT, "%.3f, %.2f to %.2f", found, low, high),
                meaning,
                List.of());
    }

    /** Why there are too few, null where there are enough. */
    static @Nullable String fewerThan(int enough, long there, String what) {
        return there >= enough ? null : Math.max(0, there) + " " + what + " are too few to tell, it takes " + enough;
    }

    Check nothing(String why) {
        return Check.notLookedAt(name, why);
    }
}
