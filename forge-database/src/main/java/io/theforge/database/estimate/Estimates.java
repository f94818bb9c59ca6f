package io.theforge.database.estimate;

import io.theforge.database.estimate.promotion.PromotionLift;
import io.theforge.database.estimate.promotion.Promotions;
import io.theforge.database.estimate.season.Season;
import io.theforge.database.estimate.window.Window;
import io.theforge.database.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What further days of a shop are drawn from.
 *
 * @param pairs those that still sell, in the order of ids
 * @param leftOut how many have sold since twice the profile's days, and do not any more
 * @param onlyPromoted how many pairs have been on promotion on all days that levels come from
 * @param withoutRegularPrice how many of them have no price of a day off promotion in the promotions' weeks either
 * @param recordsZeros whether days without sales have rows
 */
public record Estimates(
        Window window,
        List<PairEstimate> pairs,
        int leftOut,
        int onlyPromoted,
        int withoutRegularPrice,
        boolean recordsZeros,
        Season season,
        Promotions promotions,
        @Nullable PromotionLift lift) {
    /** Days without a row after which a pair may have ended; shorter pauses, such as holidays, end nothing. */
    private static final int LONG_PAUSE_DAYS = 14;

    private static final double CHANCE_OF_PAUSE = 0.001;

    /**
     * @param lastDay after which it is to go on, in days since 1970-01-01
     * @param days how many further ones there are to be
     * @param seed of their promotions
     */
    public static Estimates read(Sql sql, int lastDay, int days, long seed) throws SQLException {
        Window window = new Window(lastDay);
        List<PairHistory> recent = History.read(sql, window);
        List<PairHistory> selling =
                recent.stream().filter(pair -> sells(pair, window)).toList();
        OpenDays openDays = OpenDays.read(sql, window);
        WholeShop whole = WholeShop.of(selling);
        List<SalesEstimate> sales = selling.stream()
                .map(pair -> SalesEstimate.of(pair, openDays, window, whole))
                .toList();
        StockWhole stocks = StockWhole.of(selling, sales);
        Map<Integer, String> codes = texts(sql, "SELECT id, code FROM store");
        Map<Integer, String> skus = texts(sql, "SELECT id, sku FROM product");
        List<PairEstimate> pairs = new ArrayList<>();
        for (int i = 0; i < selling.size(); i++) {
            PairHistory pair = selling.get(i);
            pairs.add(new PairEstimate(
                    pair.storeId,
                    pair.productId,
                    codes.getOrDefault(pair.storeId, String.valueOf(pair.storeId)),
                    skus.getOrDefault(pair.productId, String.valueOf(pair.productId)),
                    pair.priceCents,
                    sales.get(i),
                    StockEstimate.of(pair, sales.get(i), window, stocks)));
        }
        Set<Integer> products = pairs.stream().map(PairEstimate::productId).collect(Collectors.toSet());
        Promotions promotions = Promotions.of(sql, window, products, codes.keySet(), seed, days);
        return new Estimates(
                window,
                pairs,
                recent.size() - selling.size(),
                count(selling, pair -> pair.onlyPromoted),
                count(selling, pair -> pair.onlyPromoted && !pair.hasRegularPrice),
                whole.recordsZeros(),
                Season.read(sql, window, days + Shelf.LOOK_AHEAD_DAYS + StockEstimate.LONGEST),
                promotions,
                promotions.known().isEmpty() ? null : PromotionLift.read(sql, window));
    }

    private static int count(List<PairHistory> pairs, Predicate<PairHistory> which) {
        return (int) pairs.stream().filter(which).count();
    }

    /** A row in the last weeks, and no pause since that the pair's rows so far make next to impossible. */
    private static boolean sells(PairHistory pair, Window window) {
        int pause = window.lastDay() - pair.lastDay;
        if (!pair.sellsStill || pause < LONG_PAUSE_DAYS) {
            return pair.sellsStill;
        }
        int days = pair.lastDay - Math.max(pair.firstDay, window.profileStart()) + 1;
        return StrictMath.pow(1 - (pair.sales.allRows() + PairHistory.sum(pair.daysApart)) / (days + 1.0), pause)
                >= CHANCE_OF_PAUSE;
    }

    private static Map<Integer, String> texts(Sql sql, String query) throws SQLException {
        Map<Integer, String> texts = new HashMap<>();
        sql.each(row -> texts.put(row.getInt(1), row.getString(2)), query);
        return texts;
    }

    /** Takes the days of one pair after another. */
    public PairDays days(long seed, int firstDay, int days) {
        return new PairDays(seed, firstDay, days, this);
    }
}
