package io.theforge.database.append;

import io.theforge.database.estimate.Estimates;
import io.theforge.database.estimate.promotion.Promotions;
import io.theforge.database.ownership.UnmanagedRows;
import io.theforge.database.report.RefusedException;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
            notes.add("inventory continues from the last snapshots of " + stocked
                    + " pairs; stockouts are placed without regard to promotions");
        }
        notes.add(season(estimates, days));
        notes.add(promotions(estimates, days.start()));
        if (estimates.onlyPromoted() > 0) {
            notes.add(onlyPromoted(estimates, levelStart));
        }
        notes.add("not guessed: trend, holidays that move, changes of regular prices, new products");
        return new LastWeeks(estimates, notes);
    }

    private static String season(Estimates estimates, DaysToAppend days) {
        if (!estimates.season().isKnown()) {
            return "no season: the sales do not go back to the last weeks of the year before, so every day is at the level of the"
                    + " last weeks";
        }
        double[] range = estimates.season().range(days.count());
        return String.format(
                Locale.ROOT,
                "season taken from the same dates of the year before: the whole shop sells %.2f to %.2f times what it sold in"
                        + " the last weeks",
                range[0],
                range[1]);
    }

    private static String promotions(Estimates estimates, LocalDate start) {
        Promotions promotions = estimates.promotions();
        if (promotions.known().isEmpty()) {
            return "no promotions: none is on record since "
                    + LocalDate.ofEpochDay(estimates.window().promotionStart());
        }
        if (promotions.weeks() == 0) {
            return "no new promotions: the sales go back less than " + Promotions.FEWEST_WEEKS
                    + " weeks, too few to tell how often there are some; those on record go on";
        }
        return promotions.made().size() + " promotions as in the last " + promotions.weeks()
                + " weeks; those on record go on, and weeks, counted from " + start
                + ", in which planned ones begin get no others";
    }

    private static String onlyPromoted(Estimates estimates, LocalDate levelStart) {
        String known = estimates.onlyPromoted()
                + " store-product pairs were on promotion on every day with sales since " + levelStart
                + ": they go on at the level of these days, and at the regular price of the weeks before";
        return estimates.withoutRegularPrice() == 0
                ? known
                : known + "; " + estimates.withoutRegularPrice() + " of them have none since "
                        + LocalDate.ofEpochDay(estimates.window().promotionStart())
                        + " and go on at the promotion's price";
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
