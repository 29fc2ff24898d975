-- Per item: median days between two purchase days of one customer. Whole days, and a value that occurs (no mean of two).
-- Guests cannot be told apart and are left out.
DROP TABLE IF EXISTS reorder_gap;
CREATE TABLE reorder_gap AS
WITH bought AS (
  SELECT DISTINCT b.item, o.shopper, o.day
  FROM basket AS b
  JOIN shop_order AS o ON o.order_no = b.order_no
  WHERE o.known
),
gap AS (
  SELECT item, day - lag(day) OVER (PARTITION BY item, shopper ORDER BY day) AS days FROM bought
)
SELECT item, CAST(percentile_disc(0.5) WITHIN GROUP (ORDER BY days) AS INTEGER) AS gap_days
FROM gap
WHERE days IS NOT NULL
GROUP BY item;
