package io.theforge.random;

/** Names of what is drawn. An id never changes and is never given again: it is part of every dataset. */
public enum Stream {
    STORE_SIZE(1),
    STORE_CITY(2),
    PRODUCT_POPULARITY(3),
    PRODUCT_ELASTICITY(4),
    PRODUCT_NAME(5),
    PRODUCT_PRICE(6),
    PRODUCT_COST(7),
    PRODUCT_LEAD_TIME(8),
    PRODUCT_LIFECYCLE(9),
    PAIR_FIT(10),
    PAIR_NOISE_SIGMA(11),
    PAIR_REVIEW(12),
    SPARSE(13),
    GAP(14),
    MISSING_DAY(15),
    NOISE_SERIES(16),
    NOISE_STORE(17),
    NOISE_CATEGORY(18),
    ANOMALY(19),
    DEMAND(20),
    PRICE_CHANGE(21),
    PROMOTION(22),
    STOCKOUT(23),
    ESTIMATED_DAY(24),
    DIRT(25),
    DOCUMENT(26),
    DRIFT_PRODUCT(27),
    DRIFT_SERIES(28),
    WEEK_PRODUCT(29),
    WEEK_STORE(30),
    WEEK_SERIES(31),
    ABSENCE_PRODUCT(32),
    ABSENCE_SERIES(33),
    NOISE_PRODUCT(34),
    WEEKDAY_CATEGORY(35),
    WEEKDAY_STORE(36),
    WEEKDAY_SERIES(37),
    SEASON_CATEGORY(38),
    ORACLE_PATH(39),
    CAMPAIGN(40),
    PRODUCT_CASE_PACK(50),
    STOCKOUT_SHARE(51),
    STOCKOUT_PARTIAL(52);

    final int id;

    Stream(int id) {
        this.id = id;
    }
}
