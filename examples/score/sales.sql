-- All recorded sales, for programs that read CSV.
SELECT date, store.code AS store_code, product.sku, quantity,
    (SELECT fingerprint FROM theforge.run ORDER BY id DESC LIMIT 1) AS fingerprint
FROM sales_daily
JOIN store ON store.id = store_id
JOIN product ON product.id = product_id
ORDER BY store_code, sku, date;
