-- Per item: median days between two purchase days of one customer. Whole days, and a value that occurs (no mean of two).
CREATE OR REPLACE TABLE reorder_gap AS
WITH bought AS (
  SELECT DISTINCT item, shopper, day FROM basket WHERE known
),
gap AS (
  SELECT item, shopper, day - lag(day) OVER (PARTITION BY item, shopper ORDER BY day) AS days FROM bought
)
SELECT item, quantile_disc(days, 0.5) AS gap_days
FROM gap
WHERE days IS NOT NULL
GROUP BY item;
