package io.theforge.config;

import io.theforge.config.model.ForgeConfig;
import io.theforge.config.model.StockConfig;
import io.theforge.config.model.StockConfig.Supply;
import io.theforge.config.yaml.YamlLocation;
import java.util.List;
import java.util.SortedMap;
import org.yaml.snakeyaml.nodes.Node;

/** Keys under {@code stock}, and the keys of the rows of {@code stock.supply}. */
final class StockKeys {
    private static final WholeNumber COVER = new WholeNumber(1, StockConfig.MAX_COVER_DAYS);

    static final Key<ForgeConfig, SortedMap<Integer, Double>> CASE_PACKS = Key.of(
            "stock.case_packs",
            new CurveType<>(
                    new WholeNumber(1, 1000),
                    NumberType.above(0, 1_000_000),
                    "units in a case (1 to 1,000) to share of products (each counts by its part of their sum)"),
            StockConfig.DEFAULT.casePacks(),
            config -> config.stock().casePacks(),
            "shops order whole cases; without any, single units");
    static final Key<ForgeConfig, Integer> MIN_COVER = Key.of(
            "stock.min_cover_days",
            COVER,
            StockConfig.DEFAULT.minCoverDays(),
            config -> config.stock().minCoverDays(),
            "fewest days of expected demand that an order covers; each series has its own number of days;"
                    + " stock on hand comes out about 10 days lower");
    static final Key<ForgeConfig, Integer> MAX_COVER = Key.of(
            "stock.max_cover_days",
            COVER,
            StockConfig.DEFAULT.maxCoverDays(),
            config -> config.stock().maxCoverDays(),
            "most days of expected demand that an order covers");
    static final Key<ForgeConfig, Double> STOCKOUT_SPREAD = Key.of(
            "stock.stockout_spread",
            NumberType.from(0, 1),
            StockConfig.DEFAULT.stockoutSpread(),
            config -> config.stock().stockoutSpread(),
            "sigma of the log of the share of stockout days between series, around `retail.stockout_probability`");
    static final Key<ForgeConfig, Double> PARTIAL_STOCKOUTS = Key.of(
            "stock.partial_stockout_share",
            NumberType.PROBABILITY,
            StockConfig.DEFAULT.partialStockoutShare(),
            config -> config.stock().partialStockoutShare(),
            "share of stockout days on which something is sold before the shelf runs out; the first days of runs of them always are such,"
                    + " so less than about half changes nothing; with case_packs it is met less by series that sell little of a case");
    static final Key<ForgeConfig, Double> SOLD_BEFORE_STOCKOUT = Key.of(
            "stock.sold_before_stockout",
            NumberType.from(0.5, 1),
            StockConfig.DEFAULT.soldBeforeStockout(),
            config -> config.stock().soldBeforeStockout(),
            "mean share of a day's demand that is sold before the shelf runs out on that day; with case_packs it is met less by series"
                    + " that sell little of a case");

    private static final Key<Supply, List<String>> CATEGORIES = EventKeys.filter("categories", Supply::categories);
    private static final Key<Supply, List<Integer>> ORDER_DAYS = new Key<>(
            "order_days",
            ListType.distinct(new WholeNumber(1, 7), "days of the week, 1 (Monday) to 7"),
            List.of(),
            false,
            row -> row.orderDays().isEmpty() ? null : row.orderDays(),
            "days of the week on which shops order; without any, once a week on a day of each series' own");
    private static final Key<Supply, Integer> LEAD_TIME = Key.optional(
            "lead_time_days",
            new WholeNumber(1, 7),
            Supply::leadTimeDays,
            "from an order to its arrival, no more than the days between two orders; without it, each product has its own, 1 to 6");
    private static final Key<Supply, Integer> COVER_DAYS = Key.optional(
            "cover_days",
            COVER,
            Supply::coverDays,
            "days of expected demand that an order covers, in place of stock's; fewer than the days until the delivery after next change"
                    + " nothing");

    static final Key<ForgeConfig, List<Supply>> SUPPLY = Key.of(
            "stock.supply",
            new RowsType<>(
                    List.of(CATEGORIES, ORDER_DAYS, LEAD_TIME, COVER_DAYS),
                    StockKeys::supply,
                    row -> null,
                    "rows such as {categories: [\"Dairy\"], order_days: [1, 3, 5], lead_time_days: 1}"),
            StockConfig.DEFAULT.supply(),
            config -> config.stock().supply(),
            "when shops order and how long it takes, by category; the first row that is for a category decides");

    static final List<Key<ForgeConfig, ?>> ALL =
            List.of(CASE_PACKS, MIN_COVER, MAX_COVER, STOCKOUT_SPREAD, PARTIAL_STOCKOUTS, SOLD_BEFORE_STOCKOUT, SUPPLY);

    private StockKeys() {}

    static StockConfig stock(Values values) {
        return new StockConfig(
                values.get(CASE_PACKS),
                values.get(MIN_COVER),
                values.get(MAX_COVER),
                values.get(STOCKOUT_SPREAD),
                values.get(PARTIAL_STOCKOUTS),
                values.get(SOLD_BEFORE_STOCKOUT),
                values.get(SUPPLY));
    }

    private static Supply supply(Values values, Node node, YamlLocation location) {
        Supply supply = new Supply(
                values.get(CATEGORIES), values.get(ORDER_DAYS), values.find(LEAD_TIME), values.find(COVER_DAYS));
        Integer leadTime = supply.leadTimeDays();
        if (leadTime != null && leadTime > supply.daysBetweenOrders()) {
            throw location.wrong(
                    node,
                    location.path() + " has lead_time_days " + leadTime + " and orders again after "
                            + supply.daysBetweenOrders() + (supply.daysBetweenOrders() == 1 ? " day" : " days"),
                    "give at most as many lead_time_days, or fewer order_days: an order arrives before the next is made");
        }
        return supply;
    }
}
