-- The answer key, made where it is asked for (--truth). Understood by PostgreSQL and DuckDB. expected_demand is, to the last bit and in
-- this order, level * (trend_factor * weekday_factor * weekend_factor * month_factor * holidays_factor) * price_factor *
-- promotions_factor * advertising_factor * promotion_dips_factor * siblings_factor * life_cycle_factor * shocks_factor *
-- weekday_profile_factor * season_profile_factor * calendar_effects_factor * drift_factor * weekly_noise_factor * absence_factor *
-- anomaly_mean.
-- What has a default is not in the tables of earlier versions, nor in backups of their rows: it was 1.
CREATE TABLE theforge.truth_daily (
    date date NOT NULL,
    store_id integer NOT NULL,
    product_id integer NOT NULL,
    regular_price numeric(10,2) NOT NULL,
    unit_price numeric(10,2) NOT NULL,
    promotion_name varchar,
    level double precision NOT NULL,
    trend_factor double precision NOT NULL,
    weekday_factor double precision NOT NULL,
    weekend_factor double precision NOT NULL,
    month_factor double precision NOT NULL,
    holidays_factor double precision NOT NULL,
    price_factor double precision NOT NULL,
    promotions_factor double precision NOT NULL,
    advertising_factor double precision NOT NULL DEFAULT 1,
    promotion_dips_factor double precision NOT NULL,
    siblings_factor double precision NOT NULL,
    life_cycle_factor double precision NOT NULL,
    shocks_factor double precision NOT NULL,
    weekday_profile_factor double precision NOT NULL DEFAULT 1,
    season_profile_factor double precision NOT NULL DEFAULT 1,
    calendar_effects_factor double precision NOT NULL DEFAULT 1,
    drift_factor double precision NOT NULL DEFAULT 1,
    weekly_noise_factor double precision NOT NULL DEFAULT 1,
    absence_factor double precision NOT NULL DEFAULT 1,
    anomaly_mean double precision NOT NULL,
    expected_demand double precision NOT NULL,
    noise_sigma double precision NOT NULL,
    noise_factor double precision NOT NULL,
    anomaly_factor double precision NOT NULL,
    latent_demand integer NOT NULL,
    available_qty integer NOT NULL,
    units_sold integer NOT NULL,
    units_lost integer NOT NULL,
    backlog_qty integer NOT NULL,
    not_recorded varchar,
    PRIMARY KEY (store_id, product_id, date)
);
