package io.theforge.database.estimate.promotion;

import io.theforge.database.estimate.window.Window;
import io.theforge.database.sql.Sql;
import io.theforge.random.Keys;
import io.theforge.random.Stream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The promotions of further days: those on record that still run or are planned, and new ones. Each week ahead repeats those that
 * began in one of the last weeks, drawn so that busy and quiet ones have their share: so what goes together stays together, and how many there are, how
 * deep, how long and in which stores stays as it was. A week, counted from the first day, in which planned ones begin gets no others.
 *
 * @param known those on record since half a year, and later ones
 * @param made new ones, in the order of their beginning
 * @param weeks that may be repeated; 0 where they are too few
 */
public record Promotions(List<PromotionAhead> known, List<PromotionAhead> made, int weeks) {
    /** With less, nothing can be said of how often there are promotions. */
    public static final int FEWEST_WEEKS = 8;

    /** A promotion that has no room beside another one of the product is tried so many weeks later. */
    private static final int MOST_WEEKS_LATER = 4;

    /** Below the key of estimated days, beside those of pairs, which begin with a length of a text. */
    private static final long KEY = -2;

    private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d\\d\\b");

    public static final Promotions NONE = new Promotions(List.of(), List.of(), 0);

    /**
     * @param products the ids of those that still sell
     * @param days in which new ones may begin
     */
    public static Promotions of(Sql sql, Window window, Set<Integer> products, Set<Integer> stores, long seed, int days)
            throws SQLException {
        List<PromotionAhead> known = read(sql, window);
        int weeks = known.isEmpty() ? 0 : weeks(sql, window);
        if (weeks < FEWEST_WEEKS) {
            return new Promotions(known, List.of(), 0);
        }
        PromotionIndex taken = new PromotionIndex();
        Set<Integer> plannedWeeks = new HashSet<>();
        for (PromotionAhead each : known) {
            taken.add(each);
            if (each.start() > window.lastDay()) {
                plannedWeeks.add((each.start() - window.lastDay() - 1) / 7);
            }
        }
        long key = Keys.derive(Keys.derive(Keys.key(seed, Stream.ESTIMATED_DAY), KEY), window.lastDay());
        List<Integer> repeated = repeated(known, window, weeks, (days + 6) / 7, key);
        int lastStart = window.lastDay() + days;
        List<PromotionAhead> made = new ArrayList<>();
        for (int week = 0; 7 * week < days; week++) {
            if (plannedWeeks.contains(week)) {
                continue;
            }
            int back = repeated.get(week);
            int first = window.lastDay() - 7 * back + 1;
            for (PromotionAhead each : known) {
                boolean sells = products.contains(each.productId())
                        && (each.storeId() == null || stores.contains(each.storeId()));
                if (sells && each.start() >= first && each.start() < first + 7) {
                    place(each.later(7 * (week + back)), week, plannedWeeks, taken, lastStart, made);
                }
            }
        }
        made.sort(Comparator.comparingInt(PromotionAhead::start));
        return new Promotions(known, made, weeks);
    }

    private static void place(
            PromotionAhead wanted,
            int week,
            Set<Integer> plannedWeeks,
            PromotionIndex taken,
            int lastStart,
            List<PromotionAhead> made) {
        for (int later = 0; later <= MOST_WEEKS_LATER && wanted.start() + 7 * later <= lastStart; later++) {
            PromotionAhead tried = wanted.later(7 * later);
            if (!plannedWeeks.contains(week + later) && !taken.excludes(tried)) {
                taken.add(tried);
                made.add(YEAR.matcher(tried.name()).find() ? tried.named(plainName(tried)) : tried);
                return;
            }
        }
    }

    /** Instead of a name with a year in it. */
    private static String plainName(PromotionAhead promotion) {
        Integer share = promotion.basisPoints();
        Long cents = promotion.cents();
        if (share != null) {
            return share % 100 == 0 ? share / 100 + "% off" : share / 100.0 + "% off";
        }
        return cents == null ? "Promotion" : String.format(Locale.ROOT, "%d.%02d off", cents / 100, cents % 100);
    }

    /**
     * Which of the last weeks, 1 = the last one, each week ahead repeats. Those that may be are put in the order of how much began
     * in them and cut in as many parts as are wanted, and each part gives one: so a month has its share of busy weeks.
     */
    private static List<Integer> repeated(List<PromotionAhead> known, Window window, int weeks, int wanted, long key) {
        List<Set<Integer>> products = new ArrayList<>();
        for (int back = 0; back <= weeks; back++) {
            products.add(new HashSet<>());
        }
        for (PromotionAhead each : known) {
            int back = Math.floorDiv(window.lastDay() - each.start(), 7) + 1;
            if (back >= 1 && back <= weeks) {
                products.get(back).add(each.productId());
            }
        }
        List<Integer> ranked = IntStream.rangeClosed(1, weeks)
                .boxed()
                .sorted(Comparator.comparingInt(back -> products.get(back).size()))
                .toList();
        List<Integer> repeated = new ArrayList<>();
        while (repeated.size() < wanted) {
            int parts = Math.min(weeks, wanted - repeated.size());
            int from = repeated.size();
            List<Integer> drawn = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                double u = (part + Keys.uniform(key, from + part)) / parts;
                drawn.add(ranked.get((int) (u * weeks)));
            }
            drawn.sort(Comparator.comparingDouble(back -> Keys.uniform(Keys.derive(key, from), back)));
            repeated.addAll(drawn);
        }
        return repeated;
    }

    private static int weeks(Sql sql, Window window) throws SQLException {
        int first = (int) sql.number(
                "SELECT %s FROM (SELECT min(date) AS date FROM sales_daily) s".formatted(Window.DAY.formatted("date")));
        return Math.min(Window.PROMOTION_WEEKS, (window.lastDay() - first + 1) / 7);
    }

    /** In an order that no id has a say in. */
    private static List<PromotionAhead> read(Sql sql, Window window) throws SQLException {
        return sql.list(
                row -> {
                    int store = row.getInt(2);
                    Integer storeId = row.wasNull() ? null : store;
                    int share = row.getInt(4);
                    Integer basisPoints = row.wasNull() ? null : share;
                    long amount = row.getLong(5);
                    Long cents = row.wasNull() ? null : amount;
                    return new PromotionAhead(
                            row.getInt(1), storeId, row.getString(3), basisPoints, cents, row.getInt(6), row.getInt(7));
                },
                """
                SELECT m.product_id, m.store_id, m.name, CAST(m.discount_pct * 10000 AS integer),
                    CAST(m.discount_amount * 100 AS bigint), %s, %s
                FROM promotion m JOIN product p ON p.id = m.product_id LEFT JOIN store s ON s.id = m.store_id
                WHERE m.end_date >= ? AND isfinite(m.start_date) AND isfinite(m.end_date)
                ORDER BY m.start_date, p.sku, coalesce(s.code, ''), m.end_date, m.name, m.discount_pct, m.discount_amount""".formatted(Window.DAY.formatted("m.start_date"), Window.DAY.formatted("m.end_date")),
                Window.date(window.promotionStart()));
    }
}
