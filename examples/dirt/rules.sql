-- Rules in the manner of dbt's tests and of Great Expectations: each finds the rows of dirty/sales_daily.csv that break it.
-- duckdb -csv < examples/dirt/rules.sql > rejections.csv
WITH sales AS (
    SELECT row_number() OVER () + 1 AS line, * FROM read_csv('dirty/sales_daily.csv', all_varchar = true, quote = '"', delim = ',')
), typed AS (
    SELECT line, TRY_CAST(date AS DATE) AS date, TRY_CAST(store_id AS BIGINT) AS store_id, TRY_CAST(product_id AS BIGINT) AS product_id,
        TRY_CAST(quantity AS BIGINT) AS quantity, TRY_CAST(unit_price AS DECIMAL(12, 4)) AS unit_price,
        TRY_CAST(total_amount AS DECIMAL(14, 2)) AS total_amount
    FROM sales
)
-- not_null, accepted type
SELECT 'sales_daily.csv' AS file, line, 'date' AS "column" FROM typed WHERE date IS NULL
UNION ALL SELECT 'sales_daily.csv', line, 'quantity' FROM typed WHERE quantity IS NULL
-- expect_column_values_to_be_between
UNION ALL SELECT 'sales_daily.csv', line, 'quantity' FROM typed WHERE quantity NOT BETWEEN 0 AND 500
UNION ALL SELECT 'sales_daily.csv', line, 'unit_price' FROM typed WHERE coalesce(unit_price, 0) <= 0
-- relationships
UNION ALL SELECT 'sales_daily.csv', line, 'store_id' FROM typed
    WHERE store_id IS NULL OR store_id NOT IN (SELECT id FROM read_csv('dirty/store.csv'))
UNION ALL SELECT 'sales_daily.csv', line, 'product_id' FROM typed
    WHERE product_id IS NULL OR product_id NOT IN (SELECT id FROM read_csv('dirty/product.csv'))
UNION ALL SELECT 'sales_daily.csv', line, 'date' FROM typed WHERE date NOT IN (SELECT date FROM read_csv('dirty/calendar.csv'))
-- expression_is_true
UNION ALL SELECT 'sales_daily.csv', line, 'total_amount' FROM typed WHERE total_amount IS DISTINCT FROM quantity * unit_price
-- unique_combination_of_columns: all but the first
UNION ALL SELECT 'sales_daily.csv', line, '' FROM typed
    QUALIFY row_number() OVER (PARTITION BY date, store_id, product_id ORDER BY line) > 1
ORDER BY ALL;
