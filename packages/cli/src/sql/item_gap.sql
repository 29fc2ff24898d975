-- Per category (0: all items together): customers, the pairs of customer and item, those pairs that were bought on two days or
-- more, and of the gaps between two such days the number, and sum and sum of squares of ln(days) in millionths (whole numbers,
-- so that sums are the same however they are added up).
DROP TABLE IF EXISTS item_gap;
CREATE TABLE item_gap AS
WITH bought AS (
  SELECT DISTINCT i.category, b.item, o.shopper, o.day
  FROM basket AS b
  JOIN shop_order AS o ON o.order_no = b.order_no
  JOIN item_no AS i ON i.item = b.item
  WHERE o.known
),
pair AS (
  SELECT category, item, shopper, count(*) AS days FROM bought GROUP BY category, item, shopper
),
gap AS (
  SELECT category, day - lag(day) OVER (PARTITION BY item, shopper ORDER BY day) AS days FROM bought
),
ln_gap AS (
  SELECT category, CAST(round(ln(days) * 1000000) AS BIGINT) AS ln_days FROM gap WHERE days > 0
),
one_customer AS (
  SELECT category, count(DISTINCT shopper) AS customers, count(*) AS pairs, sum(CASE WHEN days > 1 THEN 1 ELSE 0 END) AS again
  FROM pair WHERE category > 0 GROUP BY category
  UNION ALL
  SELECT 0, count(DISTINCT shopper), count(*), sum(CASE WHEN days > 1 THEN 1 ELSE 0 END) FROM pair
),
one_gap AS (
  SELECT category, count(*) AS gaps, sum(ln_days) AS ln_sum, sum(ln_days * ln_days) AS ln_squares
  FROM ln_gap WHERE category > 0 GROUP BY category
  UNION ALL
  SELECT 0, count(*), sum(ln_days), sum(ln_days * ln_days) FROM ln_gap
)
SELECT c.category, c.customers, c.pairs, c.again, coalesce(g.gaps, 0) AS gaps, coalesce(g.ln_sum, 0) AS ln_sum,
  coalesce(g.ln_squares, 0) AS ln_squares
FROM one_customer AS c
LEFT JOIN one_gap AS g ON g.category = c.category;
