package io.theforge.database.append;

import io.theforge.database.estimate.Estimates;
import io.theforge.database.ownership.UnmanagedRows;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the last weeks of somebody else's shop tell about the next ones.
 *
 * @param notes what has been estimated from which rows
 */
record LastWeeks(Estimates estimates, List<String> notes) {

    /** @throws RefusedException when nothing has been sold in them */
    static LastWeeks read(Sql sql, DaysToAppend days, String database) throws SQLException {
        Estimates estimates = Estimates.read(sql, days.firstEpochDay() - 1, days.count(), days.seed());
        LocalDate levelStart = LocalDate.ofEpochDay(estimates.window().levelStart());
        LocalDate last = days.start().minusDays(1);
        if (estimates.pairs().isEmpty()) {
            throw new RefusedException(
                    "nothing has been sold in " + database + " from " + levelStart + " to " + last
                            + ", and an append estimates from the sales of the last weeks",
                    "enter the sales of the weeks before the days to append");
        }
        List<String> notes = new ArrayList<>();
        String leftOut =
                estimates.leftOut() == 0 ? "none left out" : estimates.leftOut() + " left out that no longer sell";
        notes.add("weekly profile and zero share estimated from the rows of "
                + LocalDate.ofEpochDay(estimates.window().profileStart()) + " to " + last
                + ", levels and prices from those since "
                + levelStart + ", for " + estimates.pairs().size() + " store-product pairs, " + leftOut);
        long stocked =
                estimates.pairs().stream().filter(pair -> pair.stock() != null).count();
        if (stocked > 0) {
            notes.add("inventory continues from the last snapshots of " + stocked + " pairs");
        }
        return new LastWeeks(estimates, notes);
    }

    /** Refuses where a snapshot, taken since the last sale, has the place of one that would be made. */
    static void refuseSnapshotsInTheWay(Sql sql, DaysToAppend days, EstimatedRows rows) throws SQLException {
        sql.each(
                row -> {
                    LocalDate date = row.getObject(4, LocalDate.class);
                    if (rows.hasSnapshot(row.getInt(2), row.getInt(3), Math.toIntExact(date.toEpochDay()))) {
                        throw new RefusedException(
                                "inventory_snapshot_daily holds a snapshot that the Forge did not make where one of its own"
                                        + " would come (id " + row.getLong(1) + ", " + date
                                        + "); nothing has been changed",
                                UnmanagedRows.roomBefore(date, days.start()) + "enter the sales up to " + date
                                        + " too, or remove that snapshot");
                    }
                },
                "SELECT id, store_id, product_id, date FROM inventory_snapshot_daily WHERE date BETWEEN ? AND ?"
                        + " ORDER BY date, id",
                days.start(),
                days.end());
    }
}
