-- The last four weeks, each day as the same weekday of the last week before them. For DuckDB and for PostgreSQL.
-- The fingerprint, that of the last run, tells which dataset this is a forecast of.
WITH cutoff AS (SELECT max(date) - 28 AS day FROM sales_daily)
SELECT future.date, store.code AS store_code, product.sku, past.quantity AS forecast,
    (SELECT fingerprint FROM theforge.run ORDER BY id DESC LIMIT 1) AS fingerprint
FROM cutoff
JOIN sales_daily past ON past.date > cutoff.day - 7 AND past.date <= cutoff.day
JOIN calendar future ON future.date > cutoff.day AND (future.date - past.date) % 7 = 0
JOIN store ON store.id = past.store_id
JOIN product ON product.id = past.product_id
ORDER BY store_code, sku, future.date;
